import { once } from 'node:events';
import { createServer } from 'node:http';
import { type StatusChanges, statusChanges } from '../../model/wfm/agent-status.ts';

/** One message as a receiver of the real-time feed took it. */
export type Taken = { readonly at: number; readonly message: StatusChanges; readonly key: string };

/** A receiver of the real-time feed, which can fail in several ways. */
export async function startReceiver() {
  const state: { mode: 'up' | 'failing' | 'hanging'; keys: readonly string[] } = {
    mode: 'up',
    keys: ['one'],
  };
  const taken: Taken[] = [];
  let refused = 0;
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const key = String(request.headers['x-api-key']);
    // Of whoever does not answer nobody knows what it has taken.
    if (state.mode === 'failing') return void response.writeHead(503).end();
    if (!state.keys.includes(key)) {
      refused++;
      return void response.writeHead(401).end();
    }
    taken.push({ at: Date.now(), message: statusChanges.parse(JSON.parse(body)), key });
    if (state.mode === 'up') response.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}/rta`,
    state,
    taken,
    refused: () => refused,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
