import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { LookupFunction } from 'node:net';

/** Every name below `.localhost` is this machine (RFC 6761, 6.3), where the local stage's API is; Node has to be told. */
const loopback: LookupFunction = (_host, { all }, found) => {
  if (all) found(null, [{ address: '127.0.0.1', family: 4 }]);
  else found(null, '127.0.0.1', 4);
};

const timeoutMillis = 30_000;

/** Posts JSON from a page of that origin; gives the status, 503 where nobody answers. */
export function post(url: string, body: object, origin: string): Promise<number> {
  const { protocol, hostname } = new URL(url);
  const request = protocol === 'https:' ? secure : plain;
  const options = {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    timeout: timeoutMillis,
    ...(hostname.endsWith('.localhost') ? { lookup: loopback } : {}),
  };
  return new Promise((resolve) => {
    const outgoing = request(url, options, (incoming) => {
      incoming.resume().on('end', () => resolve(incoming.statusCode ?? 503));
    });
    outgoing.on('timeout', () => outgoing.destroy());
    outgoing.on('error', () => resolve(503));
    outgoing.end(JSON.stringify(body));
  });
}
