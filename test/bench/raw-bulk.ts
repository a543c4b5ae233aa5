import { Agent, request } from 'node:http';

/** A document and where it goes; without an id the service makes one. */
export type Placed = { readonly index: string; readonly id?: string; readonly document: object };

/** The body of a `_bulk` request that creates these documents. */
export function bulkBody(documents: readonly Placed[]): string {
  const lines = documents.flatMap(({ index, id, document }) => [
    JSON.stringify({ create: { _index: index, ...(id && { _id: id }) } }),
    JSON.stringify(document),
  ]);
  return `${lines.join('\n')}\n`;
}

/**
 * Gives a sender of `_bulk` bodies that does as little as can be done: no client library, connections kept open.
 * It throws an Error with the answer if anything was not written.
 */
export function rawBulk(searchUrl: string, inFlight: number): (body: string) => Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const headers = { 'content-type': 'application/x-ndjson' };
  return (body) =>
    new Promise((resolve, reject) => {
      const outgoing = request(`${searchUrl}/_bulk`, { method: 'POST', agent, headers }, (incoming) => {
        let answer = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => {
          answer += chunk;
        });
        incoming.on('end', () => {
          if (answer.includes('"errors":false')) resolve();
          else reject(new Error(`_bulk did not write everything: ${answer.slice(0, 1000)}`));
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
}
