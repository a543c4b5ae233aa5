import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCall } from '../../test/builders.ts';
import { cleanCall, cleanProblem, hostOf } from './clean.ts';

test.each([
  ['wss://rtc.example/LCC/a?sessionToken=x', 'rtc.example'],
  ['turn:turn.example:3478?transport=udp', 'turn.example'],
  ['turns:user:password@turn.example', 'turn.example'],
  ['stun:192.0.2.7:3478', '192.0.2.7'],
  ['turn:[2001:db8::7]:3478', '2001:db8::7'],
  ['HTTPS://RTC.Example:443/', 'rtc.example'],
  ['turn.example', 'turn.example'],
  ['turn.example:443', 'turn.example'],
  ['user:password', undefined],
  ['a b', undefined],
  ['', undefined],
  ['javascript:alert(1)', undefined],
  ['http://[not-an-address]/', undefined],
])('%s is of %s', (url, host) => {
  expect(hostOf(url)).toBe(host);
});

test('whatever stands around a host does not come through', () => {
  const secret = fc.stringMatching(/^S3CR3T[A-Za-z0-9+=]{8,20}$/);
  const around = fc.constantFrom<(secret: string) => string>(
    (s) => `turn:${s}:${s}@turn.example:3478`,
    (s) => `turn:turn.example?${s}=${s}`,
    (s) => `wss://turn.example/${s}#${s}`,
    (s) => `wss://${s}@turn.example/`,
    (s) => `wss://${s}:@turn.example\\${s}`,
  );
  fc.assert(
    fc.property(secret, around, (value, url) => {
      const call = buildCall({ signalingEndpoint: url(value), iceServers: [url(value), url(value)] });
      expect(cleanCall(call)).toMatchObject({
        signalingEndpoint: 'turn.example',
        iceServers: ['turn.example'],
      });
      expect(JSON.stringify(cleanCall(call)).toLowerCase()).not.toContain(value.toLowerCase());
    }),
  );
});

test('a call without hosts has no such fields', () => {
  const { signalingEndpoint: _, iceServers: __, ...facts } = buildCall();
  expect(cleanCall({ ...facts, signalingEndpoint: '???', iceServers: [] })).toEqual(facts);
});

test('what an agent wrote is cleaned again, whatever the page sent', () => {
  const at = '2026-03-04T10:00:00.000Z';
  const symptoms = [{ symptom: 'echo' as const, at }];
  const words = (text: string) => cleanProblem({ symptoms, words: { at, text } });
  expect(words('she is at 0171 2345678')).toEqual({ symptoms, words: { at, text: 'she is at [number]' } });
  expect(words('\u200b')).toEqual({ symptoms });
});
