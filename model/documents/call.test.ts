import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callEventTypes } from '../messages/call.ts';
import { symptoms } from '../messages/symptoms.ts';
import type { CallWindow } from '../quality/call-window.ts';
import { defaultLimits } from '../quality/limits.ts';
import { ratings } from '../quality/rating.ts';
import { streamTypes } from '../quality/sample.ts';
import { warningChanges, warningKinds } from '../warnings/warning-kinds.ts';
import { makeCall } from './call.ts';
import { type CallParts, mergeCallParts } from './call-parts.ts';

const time = fc
  .integer({ min: 0, max: 600 })
  .map((second) => new Date(1_790_000_000_000 + second * 1000).toISOString());

const callWindow: fc.Arbitrary<CallWindow> = fc.record(
  {
    streamType: fc.constantFrom(...streamTypes),
    seconds: fc.integer({ min: 1, max: 30 }),
    rating: fc.constantFrom(...ratings),
    ratingReasons: fc.constant([]),
    mos: fc.record({ avg: fc.integer({ min: 1, max: 4 }), min: fc.constant(1) }),
    packetsLost: fc.nat(100),
    packetsCount: fc.nat(2000),
  },
  { requiredKeys: ['streamType', 'seconds', 'rating', 'ratingReasons'] },
);

const problem = fc.record(
  {
    symptoms: fc.uniqueArray(
      fc.record(
        { symptom: fc.constantFrom(...symptoms), at: time, withdrawn: fc.constant(true as const) },
        { requiredKeys: ['symptom', 'at'] },
      ),
      { minLength: 1, selector: ({ symptom }) => symptom },
    ),
    words: fc.record({ at: time, text: fc.constantFrom('Like a robot', 'Like water') }),
  },
  { requiredKeys: ['symptoms'] },
);

const parts: fc.Arbitrary<CallParts> = fc.record(
  {
    startedAt: time,
    stamps: fc.record({ '@timestamp': time, receivedAt: time }),
    facts: fc.record({
      at: time,
      dimensions: fc.record({
        instanceId: fc.constant('i'),
        agent: fc.constant('a'),
        site: fc.constantFrom('x', 'y'),
      }),
      contact: fc.record({ contactId: fc.constant('c') }),
    }),
    queue: fc.record({ contactQueue: fc.constantFrom('Billing', 'Orders'), receivedAt: time }),
    windows: fc.dictionary(fc.constantFrom('w1', 'w2', 'w3', 'w4', 'w5'), callWindow, {
      noNullPrototype: true,
    }),
    events: fc.array(fc.record({ type: fc.constantFrom(...callEventTypes), at: time }), { maxLength: 4 }),
    report: fc.record({
      failures: fc.constantFrom([], ['iceCollection' as const]),
      talkingTimeMillis: fc.nat(9000),
    }),
    problem,
    warnings: fc.array(
      fc.record({
        kind: fc.constantFrom(...warningKinds),
        change: fc.constantFrom(...warningChanges),
        at: time,
      }),
      { minLength: 1, maxLength: 4 },
    ),
  },
  { requiredKeys: ['startedAt', 'stamps', 'facts', 'windows', 'events'] },
);

const callOf = (all: readonly CallParts[]) => makeCall(all.reduce(mergeCallParts), defaultLimits);

test('a call is the same in whatever order its messages arrive, and however often', () => {
  const arrivals = fc
    .array(parts, { minLength: 1, maxLength: 6 })
    .chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
  fc.assert(
    fc.property(arrivals, ([all, again]) => {
      // Both start from a merge with itself, so that event order and key order are the merge's own.
      expect(callOf([...again, ...again])).toEqual(callOf([...all, ...all]));
    }),
  );
});

test('a call stays in the queue that was named first, whatever is said of it later and of what time', () => {
  const byArrival = fc.uniqueArray(fc.tuple(parts, time), {
    minLength: 1,
    maxLength: 6,
    selector: ([, receivedAt]) => receivedAt,
  });
  fc.assert(
    fc.property(byArrival, fc.array(fc.constantFrom('Billing', 'Orders', undefined)), (messages, queues) => {
      const said = messages
        .sort(([, a], [, b]) => (a < b ? -1 : 1))
        .map(([{ queue: _, ...its }, receivedAt], i) => {
          const contactQueue = queues[i];
          return contactQueue ? { ...its, queue: { contactQueue, receivedAt } } : its;
        });
      const named = queues.slice(0, said.length).find((queue) => queue !== undefined);
      expect(callOf(said).contactQueue).toBe(named);
      expect(callOf(said.toReversed()).contactQueue).toBe(named);
    }),
  );
});

const window = (
  rating: CallWindow['rating'],
  seconds: number,
  more: Partial<CallWindow> = {},
): CallWindow => ({
  streamType: 'audio_input',
  seconds,
  rating,
  ratingReasons: rating === 'poor' ? ['loss'] : [],
  ...more,
});

const bare: CallParts = {
  startedAt: '2026-11-02T10:00:00.000Z',
  stamps: { '@timestamp': '2026-11-02T10:00:00.000Z', receivedAt: '2026-11-02T10:00:31.000Z' },
  facts: {
    at: '2026-11-02T10:00:00.000Z',
    dimensions: { instanceId: 'i', agent: 'a' },
    contact: { contactId: 'c' },
  },
  windows: {},
  events: [],
};

test('is poor from a tenth of its classified time on', () => {
  const call = (poor: number) =>
    makeCall({ ...bare, windows: { a: window('good', 100 - poor), b: window('poor', poor) } }, defaultLimits);
  expect(call(9)).toMatchObject({ rating: 'good', poorPercent: 9 });
  expect(call(10)).toMatchObject({ rating: 'poor', poorPercent: 10, ratingReasons: ['loss'] });
});

test('unclassified time is no good time', () => {
  const call = makeCall(
    { ...bare, windows: { a: window('unclassified', 990), b: window('poor', 10) } },
    defaultLimits,
  );
  expect(call).toMatchObject({ poorPercent: 100, rating: 'poor', seconds: { unclassified: 990, good: 0 } });
  const nothing = makeCall(bare, defaultLimits);
  expect(nothing.rating).toBe('unclassified');
  expect(nothing.poorPercent).toBeUndefined();
  expect(nothing.mos).toBeUndefined();
});

test('is poor when its set-up failed, and knows nothing of the set-up without a report', () => {
  const failed = makeCall({ ...bare, report: { failures: ['iceCollection'] } }, defaultLimits);
  expect(failed).toMatchObject({ rating: 'poor', setupFailed: true, reportArrived: true });
  expect(makeCall(bare, defaultLimits)).not.toHaveProperty('setupFailed');
});

test('each direction has its own figures', () => {
  const call = makeCall(
    {
      ...bare,
      windows: {
        in: window('poor', 30, { packetsLost: 100, packetsCount: 900, mos: { avg: 2, min: 1.5 } }),
        out: window('good', 30, {
          streamType: 'audio_output',
          packetsLost: 0,
          packetsCount: 1000,
          mos: { avg: 4.2, min: 4 },
        }),
      },
    },
    defaultLimits,
  );
  expect(call.toAgent).toMatchObject({ rating: 'poor', packetsLostPercent: 10, mos: { avg: 2, min: 1.5 } });
  expect(call.fromAgent).toMatchObject({ rating: 'good', packetsLostPercent: 0 });
  expect(call.mos).toEqual({ avg: 2, min: 1.5 });
});

test('talk time comes from the report, else from the events', () => {
  const events = [
    { type: 'connected' as const, at: '2026-11-02T10:00:05.000Z' },
    { type: 'ended' as const, at: '2026-11-02T10:01:05.000Z' },
  ];
  expect(makeCall({ ...bare, events }, defaultLimits).talkSeconds).toBe(60);
  const report = { failures: [], talkingTimeMillis: 58_500 };
  expect(makeCall({ ...bare, events, report }, defaultLimits).talkSeconds).toBe(58.5);
});

test('the stages of the set-up are the report’s, but for the talking', () => {
  const report = { failures: [], gumTimeMillis: 30, handshakingTimeMillis: 0, talkingTimeMillis: 58_500 };
  expect(makeCall({ ...bare, report }, defaultLimits).stages).toEqual({
    gumTimeMillis: 30,
    handshakingTimeMillis: 0,
  });
  expect(makeCall(bare, defaultLimits)).not.toHaveProperty('stages');
});

test('a missed call has no talk time, and one whose set-up failed was not missed', () => {
  const events = [{ type: 'missed' as const, at: '2026-11-02T10:00:20.000Z' }];
  const missed = makeCall(
    { ...bare, events, report: { failures: [], talkingTimeMillis: 17_000 } },
    defaultLimits,
  );
  expect(missed).toMatchObject({ missed: true, rating: 'unclassified' });
  expect(missed).not.toHaveProperty('talkSeconds');
  const failed = makeCall({ ...bare, events, report: { failures: ['iceCollection'] } }, defaultLimits);
  expect(failed).toMatchObject({ missed: false, setupFailed: true, rating: 'poor' });
});

test('a call that nobody took is not judged, though its audio was measured while it rang', () => {
  const missed = { type: 'missed' as const, at: '2026-11-02T10:00:20.000Z' };
  const call = makeCall({ ...bare, windows: { a: window('good', 20) }, events: [missed] }, defaultLimits);
  expect(call).toMatchObject({ missed: true, rating: 'unclassified', toAgent: { windows: 0 } });
  expect(call.poorPercent).toBeUndefined();
});

test('what its agent says was wrong stands beside what was measured; what is taken back does not', () => {
  const at = (second: number) => `2026-11-02T10:01:0${second}.000Z`;
  const said = (problem: CallParts['problem']) => ({ ...bare, ...(problem ? { problem } : {}) });
  const first = said({ symptoms: [{ symptom: 'echo', at: at(1) }] });
  const second = said({
    symptoms: [
      { symptom: 'echo', at: at(3), withdrawn: true },
      { symptom: 'oneWay', at: at(2) },
    ],
    words: { at: at(4), text: 'She heard me, I did not hear her' },
  });
  expect(makeCall(first, defaultLimits)).toMatchObject({
    rating: 'unclassified',
    problem: { symptoms: ['echo'], reportedAt: at(1) },
  });
  expect(callOf([second, first]).problem).toEqual({
    symptoms: ['oneWay'],
    reportedAt: at(2),
    words: 'She heard me, I did not hear her',
  });
  const takenBack = said({ symptoms: [{ symptom: 'oneWay', at: at(5), withdrawn: true }] });
  expect(callOf([takenBack, second, first])).not.toHaveProperty('problem');
});
