import { config } from 'zod/v4/core';

// As its schemas are made, zod tries whether the page may turn text into code. It may not (deploy/sites.yml), and the
// browser would report each try as a violation. Must be the first import of a page.
config({ jitless: true });
