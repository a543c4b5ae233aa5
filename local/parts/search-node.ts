import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { made, root } from '../paths.ts';
import type { Part } from '../supervise.ts';
import { answers } from '../until.ts';

/** What local/prepare/search.mjs leaves behind. */
const preparedSearch = z.object({ java: z.string(), classPath: z.string(), archive: z.string() });

/**
 * The embedded OpenSearch.
 * @param data folder; what is indexed stays there over restarts
 * @throws Error if it was never prepared
 */
export function searchNode(port: number, data: string): Part {
  const { java, classPath, archive } = readPrepared();
  return {
    name: 'search node',
    command: java,
    parameters: [
      `-XX:SharedArchiveFile=${archive}`,
      '-Xms512m',
      '-Xmx1g',
      '-cp',
      classPath,
      'SearchNode',
      String(port),
      data,
      join(root, 'local', 'search', 'log4j2.properties'),
    ],
    environment: process.env,
    isReady: () => answers(`http://127.0.0.1:${port}/_cluster/health?wait_for_status=yellow&timeout=1s`),
  };
}

function readPrepared(): z.infer<typeof preparedSearch> {
  const file = join(made, 'search', 'prepared.json');
  try {
    return preparedSearch.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error('The search node is not installed: run "node local/prepare.mjs".', { cause });
  }
}
