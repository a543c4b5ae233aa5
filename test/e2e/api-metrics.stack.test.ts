import { type ApiMetricDocument, bucketFields } from '../../model/documents/api-metric.ts';
import { latencyBucket } from '../../model/quality/latency-buckets.ts';
import { chooseState } from './harness/ccp.ts';
import { apiMetricsIndices, findWhen } from './harness/search.ts';
import { simulator } from './harness/simulator.ts';
import { openSoftphone } from './harness/softphone.ts';
import { test } from './harness/visitor.ts';

const injectedMillis = 800;

test('a slow agent API shows in its latency', async ({ visit, expect, onTestFinished }) => {
  const { agent, page } = await openSoftphone(visit, 'andre.marques');
  await simulator.delay({ putAgentState: injectedMillis });
  onTestFinished(() => simulator.delay({}).then(() => undefined));
  const before = new Date().toISOString();
  await chooseState(page, 'Break');
  const [metric] = await findWhen<ApiMetricDocument>(
    'putAgentState',
    apiMetricsIndices,
    [
      { term: { agent } },
      { term: { kind: 'summary' } },
      { term: { name: 'putAgentState' } },
      { range: { receivedAt: { gte: before } } },
    ],
    (found) => found.length > 0,
  );
  expect(metric).toMatchObject({ count: 1, errors: 0, faults: 0, longPoll: false });
  const time = metric?.timeMillis.avg ?? Number.NaN;
  // The browser's own share comes on top.
  expect(time).toBeGreaterThan(injectedMillis - 5);
  expect(time).toBeLessThan(injectedMillis + 700);
  expect(metric?.timeMillis.max).toBe(time);
  expect(metric?.buckets[bucketFields[latencyBucket(time)] ?? '']).toBe(1);
});
