import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mediaHosts } from './hosts.ts';

const config = (fields: object) =>
  JSON.stringify({ protocol: 'LilyRTC', useWebSocketProvider: false, ...fields });

test('gives hosts, not ports, paths, users or queries', () => {
  const json = config({
    signalingEndpoint: 'wss://rtc.connect-telecom.eu-central-1.amazonaws.com/LilyRTC?token=abc',
    iceServers: [
      { urls: ['turn:turnnlb.example.com:3478?transport=udp', 'turns:[2001:db8::1]:443'], credential: 'x' },
      { urls: 'turn:me:secret@other.example.com', username: 'u' },
    ],
  });
  expect(mediaHosts(json)).toEqual({
    signalingEndpoint: 'rtc.connect-telecom.eu-central-1.amazonaws.com',
    iceServers: ['turnnlb.example.com', '[2001:db8::1]', 'other.example.com'],
  });
});

test.each([undefined, null, 3, '', 'not json', '[]', '{}', '{"iceServers":7}', '{"iceServers":[{}]}'])(
  'gives nothing of %j',
  (json) => {
    expect(mediaHosts(json)).toEqual({});
  },
);

test('never gives a credential, wherever it stands', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9+/=]{16,40}$/).map((text) => `SECRET${text}`);
  fc.assert(
    fc.property(secret, (token) => {
      const json = config({
        signalingEndpoint: `wss://user:${token}@host/${token}?t=${token}`,
        iceServers: [
          {
            urls: [`turn:${token}@turn.host?x=${token}`],
            username: token,
            credential: token,
            sessionToken: token,
          },
        ],
        sessionToken: token,
      });
      expect(JSON.stringify(mediaHosts(json))).not.toContain('SECRET');
      expect(JSON.stringify(mediaHosts(json)).toLowerCase()).not.toContain(token.toLowerCase());
    }),
  );
});
