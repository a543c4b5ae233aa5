import { inject } from 'vitest';

// Tests beside their source that need a search service (`*.search.test.ts`) find it as everything else does.
process.env.OPENSEARCH_URL = inject('stack').opensearchUrl;
