import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { searchNode } from '../../../local/parts/search-node.ts';
import { made } from '../../../local/paths.ts';
import { supervise } from '../../../local/supervise.ts';

/** Lends an OpenSearch of its own, so that nobody's data are touched. What is filled in stays for the next time. */
export async function withOwnSearchNode<Result>(
  name: string,
  tell: (progress: string) => void,
  use: (searchUrl: string) => Promise<Result>,
): Promise<Result> {
  const folder = join(made, 'bench', name);
  const port = await freePort();
  const supervisor = supervise({
    logs: folder,
    say: tell,
    onFatal: (reason) => {
      throw reason;
    },
  });
  try {
    await supervisor.start(searchNode(port, join(folder, 'data')));
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    await supervisor.stop();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
