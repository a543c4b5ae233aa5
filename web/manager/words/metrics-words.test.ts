import { expect, test } from 'vitest';
import type { MetricsHealth } from '../../../model/query/health.ts';
import { factsOfMetrics } from './metrics-words.ts';

const at = '2026-03-04T10:00:20.000Z';
const off = { poller: 'current' as const, on: false, schedule: 'rate(1 minute)', last: null };
const last = { instanceId: 'i', at: '2026-03-04T10:00:00.000Z', requests: 8, documents: 1200, faults: {} };
const always: MetricsHealth = { zone: 'UTC', businessHours: null, isOpen: true, pollers: [] };
const textOf = (metrics: Partial<MetricsHealth>) =>
  factsOfMetrics({ ...always, ...metrics }, at).map(({ name, value }) => `${name}: ${value}`);

test('what is off is not polled, and what is on and has not run says so', () => {
  expect(textOf({ pollers: [off, { ...off, poller: 'historical', on: true }] })).toEqual([
    'Queues and statuses now: not polled',
    'Figures by interval: rate(1 minute); has not run yet',
    'Business hours: always',
  ]);
});

test('a run says when it was, what it brought and what it did not', () => {
  const faults = { missingMetric: 3, throttled: 1 };
  const [run, wrong] = textOf({
    pollers: [{ ...off, on: true, last: { ...last, poller: 'current', faults } }],
  });
  expect(run).toMatch(
    /^Queues and statuses now: rate\(1 minute\); 20\ss ago 1,200 new figures by 8 requests$/,
  );
  expect(wrong).toBe(
    'What was wrong: Connect let nothing more through (1), figures that Connect left out (3)',
  );
  expect(textOf({ pollers: [{ ...off, on: true, last: { ...last, poller: 'current' } }] })).toContain(
    'What was wrong: nothing',
  );
});

test('says until when the figures of intervals are final, and in whose hours nothing is polled', () => {
  const settled = { ...last, poller: 'historical' as const, settledThrough: '2026-03-04T06:00:00.000Z' };
  const businessHours = [{ days: ['mon' as const, 'tue' as const], from: '08:00', to: '20:00' }];
  const facts = textOf({
    zone: 'Australia/Sydney',
    businessHours,
    isOpen: false,
    pollers: [{ ...off, poller: 'historical', on: true, last: settled }],
  });
  expect(facts.join('\n')).toMatch(/No figure changes any more until: .*06:00/);
  expect(facts.at(-1)).toBe('Business hours: mon, tue 08:00 to 20:00 (Australia/Sydney); closed now');
});
