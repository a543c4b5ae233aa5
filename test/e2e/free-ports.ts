import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

const names = [
  'OPENSEARCH_PORT',
  'AWS_PORT',
  'SOFTPHONE_PORT',
  'CONNECT_PORT',
  'DASHBOARDS_PORT',
  'OWN_PAGE_PORT',
] as const;

/**
 * Above the ports of well-known services and below those from which Linux and macOS take outgoing connections' own. One of
 * those, free while its part is started again, soon belongs to a connection: even to that of a client which asks for the
 * part and then, by TCP's simultaneous open (RFC 9293, 3.5), talks to itself.
 */
const lowest = 20_000;
const above = 32_000;

/** Ports of nobody else for each part of a stack, so that it can run beside any other. */
export async function freePorts(): Promise<Record<(typeof names)[number], string>> {
  // All are held until the last is found, so that no two are the same.
  const held = await Promise.all(names.map(async (name) => ({ name, ...(await hold()) })));
  for (const { server } of held) server.close();
  return Object.fromEntries(held.map(({ name, port }) => [name, String(port)])) as Record<
    (typeof names)[number],
    string
  >;
}

async function hold(): Promise<{ readonly port: number; readonly server: Server }> {
  for (;;) {
    const port = randomInt(lowest, above);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (isFree) return { port, server };
  }
}
