import { expect, test } from 'vitest';
import { serversByWay } from './ways.ts';

const own = { username: 'someone', credential: 'secret' };

test('servers are sorted by the way to them, with what to tell IT of each', () => {
  const found = serversByWay(
    [
      {
        urls: [
          'turn:turn.example.com?transport=udp',
          'turn:turn.example.com:443?transport=tcp',
          'turns:turn.example.com:443',
        ],
        ...own,
      },
    ],
    [],
  );
  expect(found.turnUdp?.places).toEqual(['UDP 3478 to turn.example.com']);
  expect(found.turnTcp?.places).toEqual(['TCP 443 to turn.example.com']);
  expect(found.turnTls?.places).toEqual(['TCP 443 to turn.example.com']);
  expect(found.turnTls?.servers).toEqual([{ urls: 'turns:turn.example.com:443', ...own }]);
});

test('what Amazon Connect hands out counts; the deployment’s own fill in other ways', () => {
  const found = serversByWay(
    [{ urls: ['turn:connect.example.com:3478?transport=udp'], ...own }],
    [{ urls: ['stun:own.example.com', 'turn:own.example.com:443?transport=tcp'] }],
  );
  expect(found.turnUdp?.places).toEqual(['UDP 3478 to connect.example.com']);
  expect(found.turnTcp).toMatchObject({
    hasCredentials: false,
    servers: [{ urls: 'turn:own.example.com:443?transport=tcp', username: 'preflight' }],
  });
});

test('STUN needs no credentials, and gets none', () => {
  const found = serversByWay([], [{ urls: ['stun:[2001:db8::1]:3479'] }]);
  expect(found.turnUdp).toEqual({
    servers: [{ urls: 'stun:[2001:db8::1]:3479' }],
    hasCredentials: false,
    places: ['UDP 3479 to [2001:db8::1]'],
  });
});

test('what is no such address is not asked', () => {
  expect(serversByWay([{ urls: ['https://example.com', 'turn:', 'turn:user@host'] }], [])).toEqual({});
});
