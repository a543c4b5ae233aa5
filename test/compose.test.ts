import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** docker-compose.yml, whose parts have no sign-in. What it starts can only be tried where Docker is. */
const compose = readFileSync(join(import.meta.dirname, '..', 'docker-compose.yml'), 'utf8');
const all = (pattern: RegExp) => [...compose.matchAll(pattern)].map(([, found]) => found ?? '');

test('nothing is reached from another machine', () => {
  const ports = all(/^ +- (\S+:\d+:\d+)$/gm);
  expect(ports).toHaveLength(2);
  expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  // In the host's own network only what says that it listens on loopback, and what only asks.
  expect(all(/(network_mode: host)/g)).toHaveLength(2);
  expect(all(/SERVER_HOST: (\S+)/g)).toEqual(['127.0.0.1']);
});

test('every image has its version, and both halves of OpenSearch are of the same', () => {
  const images = all(/image: (\S+)/g);
  expect(images.every((image) => /:\d+\.\d+\.\d+$/.test(image))).toBe(true);
  const versions = images.filter((image) => image.includes('opensearch')).map((image) => image.split(':')[1]);
  expect(versions.map((version) => version?.split('.').slice(0, 2).join('.'))).toEqual(['3.3', '3.3']);
});
