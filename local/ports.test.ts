import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { portsFrom, requireFree } from './ports.ts';

test('ports have defaults, and a variable moves one', () => {
  expect(portsFrom({ AWS_PORT: '14566' })).toEqual({
    search: 9200,
    aws: 14_566,
    softphone: 5173,
    connect: 5174,
    dashboards: 5175,
    ownPage: 5176,
  });
});

test.each(['http', '80', '65536', '9200.5'])('%s is no port', (value) => {
  expect(() => portsFrom({ OPENSEARCH_PORT: value })).toThrow(/OPENSEARCH_PORT/);
});

test('a port in use is named, with the variable that moves it', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : 0;
  await expect(requireFree({ connect: taken })).rejects.toThrow(`port ${taken} (CONNECT_PORT)`);
  await new Promise((resolve) => server.close(resolve));
  await requireFree({ connect: taken });
});
