import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

const names = [
  'OPENSEARCH_PORT',
  'AWS_PORT',
  'SOFTPHONE_PORT',
  'CONNECT_PORT',
  'DASHBOARDS_PORT',
  'OWN_PAGE_PORT',
] as const;

/** Ports of nobody else for each part of a stack, so that it can run beside any other. */
export async function freePorts(): Promise<Record<(typeof names)[number], string>> {
  // All are held until the last is found, so that no two are the same.
  const held = await Promise.all(
    names.map(async (name) => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return { name, server, port: String((server.address() as AddressInfo).port) };
    }),
  );
  for (const { server } of held) server.close();
  return Object.fromEntries(held.map(({ name, port }) => [name, port])) as Record<
    (typeof names)[number],
    string
  >;
}
