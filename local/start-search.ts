import { join } from 'node:path';
import { searchNode } from './parts/search-node.ts';
import { step } from './progress.ts';
import type { StackContext } from './stack-context.ts';
import { answers } from './until.ts';

/** Starts the embedded OpenSearch, or checks that the one given by OPENSEARCH_URL is there. */
export async function startSearch(
  { ports, searchUrl, folder, say, supervisor }: StackContext,
  isEmbedded: boolean,
): Promise<void> {
  if (isEmbedded) {
    const data = join(folder, 'data', `search-${ports.search}`);
    await step('search node', say, () => supervisor.start(searchNode(ports.search, data)));
  } else if (!searchUrl.startsWith('http://')) {
    // The deployment knows of its search domain only the host, and speaks plain HTTP in the local stage.
    throw new Error(`OPENSEARCH_URL is ${searchUrl}; only http:// is possible here.`);
  } else if (!(await answers(searchUrl))) {
    throw new Error(`OPENSEARCH_URL is ${searchUrl}, but no OpenSearch answers there.`);
  }
}
