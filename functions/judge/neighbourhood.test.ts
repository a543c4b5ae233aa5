import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultVerdictLimits as limits } from '../../model/verdict/limits.ts';
import { type NearbyCall, type PlaceNames, placeNames } from './nearby-call.ts';
import { neighbourhoodOf } from './neighbourhood.ts';

const lisbon: PlaceNames = { network: '198.51.0.0/24', site: 'Lisbon', provider: 'AS64501' };
const home: PlaceNames = { network: '203.0.113.0/24', provider: 'AS64501' };
const krakow: PlaceNames = { network: '198.51.1.0/24', site: 'Krakow', provider: 'AS64502' };
const subject = { agent: 'me', from: at(0), to: at(4), place: lisbon };

function at(minute: number): number {
  return 1_790_000_000_000 + minute * 60_000;
}

const call = (agent: string, from: number, isPoor: boolean, place = lisbon): NearbyCall => ({
  contactId: `${agent}/${from}`,
  agent,
  from: at(from),
  to: at(from + 2),
  isPoor,
  place,
});

test('others are those of the place in the hour, in the same minutes, and elsewhere', () => {
  const calls = [
    call('me', 1, true),
    call('ana', 1, true),
    call('rui', -20, false),
    call('eva', -33, true),
    call('tom', 9, false, home),
    call('jan', 2, true, krakow),
    call('ola', 3, false, krakow),
    call('joe', 40, true, krakow),
  ];
  expect(neighbourhoodOf(subject, calls, limits)).toEqual({
    scopes: {
      network: {
        name: '198.51.0.0/24',
        hour: { agents: 2, poor: 1 },
        minutes: { agents: 1, poor: 1 },
        elsewhere: { agents: 3, poor: 1 },
      },
      site: {
        name: 'Lisbon',
        hour: { agents: 2, poor: 1 },
        minutes: { agents: 1, poor: 1 },
        elsewhere: { agents: 3, poor: 1 },
      },
      provider: {
        name: 'AS64501',
        hour: { agents: 3, poor: 1 },
        minutes: { agents: 2, poor: 1 },
        elsewhere: { agents: 2, poor: 1 },
      },
    },
    sites: [
      { agents: 2, poor: 1 },
      { agents: 1, poor: 1 },
    ],
    providers: [
      { agents: 2, poor: 1 },
      { agents: 2, poor: 1 },
    ],
  });
});

test('each agent counts once: in the hour by the nearest call, in the same minutes by the worst', () => {
  const calls = [call('ana', 1, false), call('ana', 6, true), call('ana', -25, true)];
  const { site } = neighbourhoodOf(subject, calls, limits).scopes;
  expect(site).toMatchObject({ hour: { agents: 1, poor: 0 }, minutes: { agents: 1, poor: 1 } });
});

test('of an agent whose place nobody knows there are no scopes', () => {
  const nowhere = { ...subject, place: {} };
  expect(neighbourhoodOf(nowhere, [call('ana', 1, true)], limits).scopes).toEqual({});
});

test('a private network is one only behind its public address', () => {
  const behind = (agentPublicIp: string) =>
    placeNames({ agentPublicIp, agentPrivateNetwork: '192.168.1.0/24' }).network;
  expect(behind('203.0.113.7')).toBe('203.0.113.0/24 192.168.1.0/24');
  expect(behind('203.0.113.9')).toBe(behind('203.0.113.7'));
  expect(behind('203.0.114.7')).not.toBe(behind('203.0.113.7'));
  expect(placeNames({ agentPrivateNetwork: '192.168.1.0/24' })).toEqual({});
});

test('the order of the calls says nothing, and neither does a repeat', () => {
  const calls = fc.array(
    fc
      .tuple(
        fc.constantFrom('ana', 'rui', 'eva', 'me'),
        fc.integer({ min: -40, max: 40 }),
        fc.boolean(),
        fc.constantFrom(lisbon, home, krakow),
      )
      .map((its) => call(...its)),
  );
  const orders = calls.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length, maxLength: 2 * all.length }),
    ),
  );
  fc.assert(
    fc.property(orders, ([all, again]) => {
      expect(neighbourhoodOf(subject, again, limits)).toEqual(neighbourhoodOf(subject, all, limits));
    }),
  );
});
