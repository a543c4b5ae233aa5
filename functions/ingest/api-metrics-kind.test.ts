import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apiMetrics } from '../../model/messages/api-metrics.ts';
import {
  checkOutcomes,
  type Preflight,
  preflightChecks,
  preflightOutcomes,
  preflightReasons,
} from '../../model/messages/preflight.ts';
import { mostReadinessChanges, readinessKinds } from '../../model/messages/readiness-kinds.ts';
import { buildApiMetrics } from '../../test/builders.ts';
import { apiMetricsKind } from './api-metrics-kind.ts';
import { makeExampleDeps } from './example-deps.ts';
import { storeMessages } from './store-messages.ts';

const startedAt = '2026-03-04T09:59:30.000Z';
const preflight: Preflight = {
  startedAt,
  trigger: 'signIn',
  outcome: 'failed',
  checks: [
    { check: 'microphonePermission', outcome: 'passed' },
    { check: 'turnUdp', outcome: 'limited', reason: 'blocked' },
    { check: 'turnTls', outcome: 'failed', reason: 'timedOut' },
    { check: 'regionRoundTrip', outcome: 'passed', value: 41.5 },
    { check: 'microphoneLevel', outcome: 'skipped', reason: 'cancelled' },
  ],
};
const readiness = [
  { kind: 'softphoneTwice', present: true, at: '2026-03-04T10:00:01.000Z' },
  { kind: 'softphoneTwice', present: false, at: '2026-03-04T10:00:21.000Z' },
] as const;
const without = { operations: [], failures: [] };

async function storedOf(...messages: ReturnType<typeof buildApiMetrics>[]) {
  const { deps, store } = makeExampleDeps();
  for (const message of messages) {
    const context = { receivedAt: new Date(message.sentAt), sourceIp: '81.84.12.9' };
    await storeMessages(apiMetricsKind, [{ message, context }], deps, Number.POSITIVE_INFINITY);
  }
  return [...store.documents()].map(([place, document]) => ({ index: place.split('/')[0], document }));
}

test('a check is stored once, with what did not pass and why, and by the same dimensions as all else', async () => {
  const message = buildApiMetrics({ ...without, preflight });
  expect(await storedOf(message, { ...message, sequence: 7 })).toEqual([
    {
      index: 'softphone-preflights-2026.03.04',
      document: expect.objectContaining({
        '@timestamp': startedAt,
        agent: message.agent,
        site: 'Lisbon',
        ...preflight,
        limited: ['turnUdp'],
        failed: ['turnTls'],
        notPassed: ['turnUdp blocked', 'turnTls timedOut'],
        values: { regionRoundTrip: 41.5 },
      }),
    },
  ]);
});

test('each change of readiness is stored once, under the time at which it happened', async () => {
  const message = buildApiMetrics({ ...without, readiness: [...readiness] });
  const stored = await storedOf(message, { ...message, sequence: 7 });
  expect(stored.map(({ index }) => index)).toEqual(Array(2).fill('softphone-readiness-2026.03.04'));
  expect(stored.map(({ document }) => document)).toEqual(
    readiness.map(({ kind, present, at }) =>
      expect.objectContaining({ '@timestamp': at, trouble: kind, present, at, site: 'Lisbon' }),
    ),
  );
});

test('what is counted as accepted is all that is in it', () => {
  const message = buildApiMetrics({ ...without, preflight, readiness: [...readiness] });
  expect(apiMetricsKind.size(message)).toBe(3);
});

test('every check, outcome and reason of the lists is taken', () => {
  const check = fc.record(
    {
      check: fc.constantFrom(...preflightChecks),
      outcome: fc.constantFrom(...checkOutcomes),
      reason: fc.constantFrom(...preflightReasons),
      value: fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    },
    { requiredKeys: ['check', 'outcome'] },
  );
  const run = fc.record({
    startedAt: fc.constant(startedAt),
    trigger: fc.constantFrom('page' as const, 'signIn' as const),
    outcome: fc.constantFrom(...preflightOutcomes),
    checks: fc.uniqueArray(check, { selector: (its) => its.check, minLength: 1 }),
  });
  fc.assert(
    fc.property(run, (found) => {
      expect(apiMetrics.safeParse({ ...buildApiMetrics(), preflight: found }).error).toBeUndefined();
    }),
  );
});

describe('is refused with its path', () => {
  const change = (kind: string) => ({ kind, present: true, at: startedAt });
  test.each([
    ['preflight.checks', { ...preflight, checks: [] }],
    ['preflight.checks', { ...preflight, checks: [...preflight.checks, preflight.checks[0]] }],
    ['preflight.checks.0.check', { ...preflight, checks: [{ check: 'headset of Ana', outcome: 'passed' }] }],
    [
      'preflight.checks.0.reason',
      { ...preflight, checks: [{ ...preflight.checks[0], reason: 'turn:u:p@h' }] },
    ],
    ['preflight.checks.0.value', { ...preflight, checks: [{ ...preflight.checks[0], value: '41' }] }],
    ['preflight.outcome', { ...preflight, outcome: 'green' }],
  ])('%s', (path, its) => {
    const { error } = apiMetrics.safeParse({ ...buildApiMetrics(), preflight: its });
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  test.each([
    ['readiness', []],
    ['readiness', Array.from({ length: mostReadinessChanges + 1 }, () => change(readinessKinds[0]))],
    ['readiness.0.kind', [change('asleep')]],
  ])('%s', (path, its) => {
    const { error } = apiMetrics.safeParse({ ...buildApiMetrics(), readiness: its });
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  test('an implausible time', async () => {
    const future = '2027-03-04T10:00:00.000Z';
    const message = buildApiMetrics({ preflight: { ...preflight, startedAt: future } });
    await expect(storedOf(message)).rejects.toMatchObject({
      faults: [{ path: '$.preflight.startedAt', message: expect.stringContaining('in the future') }],
    });
  });
});
