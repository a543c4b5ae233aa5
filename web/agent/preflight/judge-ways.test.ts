import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Gathered } from './gather.ts';
import { judgeWays, type Tried } from './judge-ways.ts';
import { overallOutcome } from './overall.ts';
import { ways } from './ways.ts';

const open: Gathered = { isOpen: true, errorCodes: [], isUnknownHost: false, isComplete: false };
const silent: Gathered = { ...open, isOpen: false };
const refusing = (...errorCodes: number[]): Gathered => ({ ...silent, errorCodes, isComplete: true });
const tried = (gathered: Gathered, hasCredentials = true): Tried => ({
  gathered,
  hasCredentials,
  places: ['UDP 3478 to turn.example.com'],
});
const online = { isOnline: true, highRoundTripMillis: 300 };

function judged(found: Parameters<typeof judgeWays>[0], context = online) {
  return Object.fromEntries(judgeWays(found, context).map(({ check, ...its }) => [check, its]));
}

test('a way that nobody named is not judged', () => {
  expect(judged({})).toMatchObject(
    Object.fromEntries(ways.map((way) => [way, { outcome: 'skipped', reason: 'notConfigured' }])),
  );
});

test('a relay is what calls need; a long way to it limits them', () => {
  expect(judged({ turnUdp: tried(open) }).turnUdp).toMatchObject({ outcome: 'passed' });
  const at = (roundTripMillis: number) => judged({ turnUdp: tried({ ...open, roundTripMillis }) }).turnUdp;
  expect(at(300)).toMatchObject({ outcome: 'passed', value: 300 });
  expect(at(301)).toMatchObject({ outcome: 'limited', reason: 'highRoundTrip', value: 301 });
});

test('silence is a firewall’s where anything else answered', () => {
  const alone = (isOnline: boolean) => judged({ turnUdp: tried(silent) }, { ...online, isOnline }).turnUdp;
  expect(alone(true)).toMatchObject({ outcome: 'failed', reason: 'blocked' });
  expect(alone(false)).toMatchObject({ outcome: 'failed', reason: 'timedOut' });
  const beside = judged(
    { turnUdp: tried(silent), turnTcp: tried(refusing(401)) },
    { ...online, isOnline: false },
  );
  expect(beside.turnUdp).toMatchObject({ outcome: 'failed', reason: 'blocked' });
});

test.each([
  [[701, 401], 'wrongCredentials'],
  [[441], 'wrongCredentials'],
  [[486], 'refused'],
  [[701], 'blocked'],
])('errors %j are %s', (codes, reason) => {
  expect(judged({ turnUdp: tried(refusing(...codes)) }).turnUdp).toMatchObject({ outcome: 'failed', reason });
});

test('a name that is not known is not a firewall', () => {
  const found = judged({ turnUdp: tried({ ...refusing(701), isUnknownHost: true }) });
  expect(found.turnUdp).toMatchObject({ outcome: 'failed', reason: 'unreachable' });
});

test('with nobody’s credentials a refusal shows that the way is open', () => {
  expect(judged({ turnTcp: tried(refusing(401), false) }).turnTcp).toMatchObject({ outcome: 'passed' });
});

test('a detour that is open makes of blocked UDP a limit; one that is not needed says nothing', () => {
  expect(judged({ turnUdp: tried(silent), turnTls: tried(open) })).toMatchObject({
    turnUdp: { outcome: 'limited', reason: 'blocked' },
    turnTls: { outcome: 'passed' },
  });
  expect(judged({ turnUdp: tried(open), turnTcp: tried(silent) })).toMatchObject({
    turnUdp: { outcome: 'passed' },
    turnTcp: { outcome: 'skipped', reason: 'blocked' },
  });
});

test('calls would fail exactly where ways were tried and none is open', () => {
  const gathered = fc.record({
    isOpen: fc.boolean(),
    errorCodes: fc.array(fc.constantFrom(401, 437, 486, 508, 701), { maxLength: 3 }),
    isUnknownHost: fc.boolean(),
    isComplete: fc.boolean(),
  });
  const anyWays = fc.dictionary(
    fc.constantFrom(...ways),
    gathered.map((its) => tried(its)),
  );
  fc.assert(
    fc.property(anyWays, fc.boolean(), (found, isOnline) => {
      const all = Object.values(found);
      const none = all.length > 0 && all.every(({ gathered: its }) => !its.isOpen);
      const outcome = overallOutcome(judgeWays(found, { ...online, isOnline }));
      expect(outcome === 'failed').toBe(none);
    }),
  );
});
