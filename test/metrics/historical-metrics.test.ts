import { afterEach, expect, test, vi } from 'vitest';
import { readUnsettled } from '../../functions/collect/read-unsettled.ts';
import { historicalMetricDocument } from '../../model/documents/historical-metric.ts';
import type { MetricPoll } from '../../model/documents/metric-poll.ts';
import { standInForConnect } from './connect-stand-in.ts';
import { makeExamplePolling } from './example-polling.ts';
import { expectedDocuments } from './expected-documents.ts';
import { makeTruth } from './truth.ts';
import { endVirtualTime, inVirtualTime, startVirtualTime } from './virtual-time.ts';

const minuteMillis = 60_000;
const from = Date.parse('2026-03-04T06:00:00Z');
const to = Date.parse('2026-03-04T09:00:00Z');

afterEach(endVirtualTime);

/** Runs every quarter of an hour until all is settled. */
async function pollThrough({ contacts = 400, failing = false } = {}) {
  startVirtualTime('2026-03-04T06:05:00Z');
  const truth = makeTruth(from, to, contacts);
  const connect = standInForConnect(truth, { pageSize: 25 });
  const { store, historical } = makeExamplePolling(connect.client, { historical: { on: true } });
  const runs: MetricPoll[] = [];
  for (let next = Date.now(); next < to + 5 * 60 * minuteMillis; next += 15 * minuteMillis) {
    vi.setSystemTime(Math.max(next, Date.now()));
    const isBad = failing && runs.length % 3 === 1;
    connect.fails.when = (operation, start) => isBad && operation === 'metrics/data' && start > 0;
    const run = await inVirtualTime(readUnsettled(historical, Date.now() + 14 * minuteMillis));
    if (run) runs.push(run);
  }
  const documents = [...store.documents()]
    .filter(([place]) => place.startsWith('connect-historical-metrics-'))
    .map(([, document]) => historicalMetricDocument.parse(document));
  return { truth, connect, documents, runs };
}

const keyOf = (its: { subject: string; subjectId: string; '@timestamp': string }) =>
  `${its.subject} ${its.subjectId} ${its['@timestamp']}`;

test('what is stored is what Connect says at last, however it throttles, pages and corrects itself', async () => {
  const { truth, connect, documents, runs } = await pollThrough();
  const expected = expectedDocuments(truth, { from, to });
  expect(connect.refused()).toBeGreaterThan(20);
  expect(runs.every(({ faults }) => Object.keys(faults).length === 0)).toBe(true);
  expect(new Set(documents.map(keyOf)).size).toBe(documents.length);
  const stored = new Map(documents.map(({ receivedAt: _, ...its }) => [keyOf(its), its]));
  expect(stored).toEqual(new Map(expected.map((its) => [keyOf(its), its])));
  expect(expected.length).toBeGreaterThan(500);
  expect(Date.parse(runs.at(-1)?.settledThrough ?? '')).toBeGreaterThanOrEqual(to);
  console.info(
    `${documents.length} documents equal Connect's final figures after ${runs.length} runs and ${connect.asked.get('metrics/data')} requests, of which ${connect.refused()} were refused.`,
  );
});

test('what fails in the middle is stored as far as it came, noted, and read again', async () => {
  const { truth, documents, runs } = await pollThrough({ contacts: 200, failing: true });
  const bad = runs.filter(({ faults }) => faults.failed);
  expect(bad.length).toBeGreaterThan(5);
  for (const run of bad) expect(run.settledThrough).toBe(runs[runs.indexOf(run) - 1]?.settledThrough);
  expect(bad.some(({ documents: written }) => written > 0)).toBe(true);
  const stored = new Map(documents.map(({ receivedAt: _, ...its }) => [keyOf(its), its]));
  expect(stored).toEqual(new Map(expectedDocuments(truth, { from, to }).map((its) => [keyOf(its), its])));
});

test('of the same figures nothing is written again, and of an erased agent nothing at all', async () => {
  const { documents, runs } = await pollThrough({ contacts: 200 });
  expect(runs.at(-1)).toMatchObject({ documents: 0 });
  expect(documents.filter(({ agent }) => agent === 'agent.7')).toEqual([]);
  expect(documents.some(({ agent }) => agent === 'agent.8')).toBe(true);
});

test('a metric that Connect leaves out is absent and noted, and holds up nothing', async () => {
  startVirtualTime('2026-03-04T09:05:00Z');
  const connect = standInForConnect(makeTruth(from, to, 100));
  connect.omitted.add('MAX_QUEUED_TIME');
  const { store, historical } = makeExamplePolling(connect.client, {
    historical: { on: true, settleHours: 1 },
  });
  const run = await inVirtualTime(readUnsettled(historical, Date.now() + 14 * minuteMillis));
  const documents = [...store.documents()].filter(([place]) => place.startsWith('connect-historical-'));
  expect(documents.length).toBeGreaterThan(20);
  expect(JSON.stringify(documents)).not.toContain('maxQueuedSeconds');
  expect(JSON.stringify(documents)).toContain('contactsQueued');
  expect(run?.faults.missingMetric).toBeGreaterThanOrEqual(documents.length);
  expect(Object.keys(run?.faults ?? {})).toEqual(['missingMetric']);
  expect(run?.settledThrough).toBe('2026-03-04T08:00:00.000Z');
});

test('what there is no time for is noted, and left to the next run', async () => {
  startVirtualTime('2026-03-04T09:05:00Z');
  const connect = standInForConnect(makeTruth(from, to, 100));
  const { historical } = makeExamplePolling(connect.client, { historical: { on: true } });
  const run = await inVirtualTime(readUnsettled(historical, Date.now() + 3000));
  expect(run).toMatchObject({ faults: { outOfTime: 1 } });
  expect(run?.settledThrough).toBeUndefined();
  const next = await inVirtualTime(readUnsettled(historical, Date.now() + 14 * minuteMillis));
  expect(next).toMatchObject({ faults: {}, settledThrough: '2026-03-04T05:00:00.000Z' });
});

test('before the queues are synced nobody is asked', async () => {
  startVirtualTime('2026-03-04T09:05:00Z');
  const connect = standInForConnect(makeTruth(from, to, 1));
  const { historical } = makeExamplePolling(connect.client, { historical: { on: true } });
  const unsynced = { ...historical, instance: async () => undefined };
  const run = await inVirtualTime(readUnsettled(unsynced, Date.now() + minuteMillis));
  expect(run).toMatchObject({ faults: { notSynced: 1 }, requests: 0 });
  expect(connect.asked.size).toBe(0);
});
