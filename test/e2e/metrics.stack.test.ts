import { expect, test } from 'vitest';
import { inLanes } from './harness/in-lanes.ts';
import { apiMetricsAt, post } from './harness/ingest.ts';
import { alarmNamed, type Metric, metricOf } from './harness/metrics.ts';
import { waitFor } from './harness/wait-for.ts';

const stage = 'local';
/** One of the synced users. */
const agent = 'ana.silva';
/** Twice as many as alarmRejectedMessages of serverless.yml: they may fall into two periods. */
const unusuallyMany = 202;

/** What a metric rose by while something was done, once CloudWatch has it. */
async function riseOf(metric: Metric, by: number, act: () => Promise<unknown>): Promise<number> {
  const before = (await metricOf(metric)) ?? 0;
  await act();
  return waitFor(
    `${metric.name} to rise by ${by}`,
    async () => ((await metricOf(metric)) ?? 0) - before,
    (rise) => rise >= by,
  );
}

test('a rejected message is counted by its route and reason, and in the total of the stage', async () => {
  const byReason = { name: 'Rejected', dimensions: { stage, route: 'api-metrics', reason: 'notJson' } };
  const total = { name: 'Rejected', dimensions: { stage } };
  const reject = () => post('/api-metrics', '{}', { 'content-type': 'text/plain' });
  expect(await riseOf(byReason, 2, () => Promise.all([reject(), reject()]))).toBeGreaterThanOrEqual(2);
  expect(await riseOf(total, 1, reject)).toBeGreaterThanOrEqual(1);
});

test('an accepted message is counted by its route', async () => {
  const accepted = { name: 'Accepted', dimensions: { stage, route: 'api-metrics' } };
  const send = async () =>
    expect((await post('/api-metrics', apiMetricsAt(new Date(), agent))).status).toBe(202);
  expect(await riseOf(accepted, 1, send)).toBeGreaterThanOrEqual(1);
});

test('unusually many rejected messages raise the alarm, which tells the topic', async () => {
  const reject = () => post('/api-metrics', '{}', { 'content-type': 'text/plain' });
  await inLanes(8, Array.from({ length: unusuallyMany }), reject);
  const alarm = await waitFor(
    'the alarm',
    () => alarmNamed('softphone-quality-local-rejected'),
    (its) => its?.StateValue === 'ALARM',
  );
  expect(alarm?.AlarmActions).toEqual([expect.stringMatching(/:softphone-quality-local-alarms$/)]);
});
