import { expect, test } from 'vitest';
import { invokeFunction } from '../../deploy/cli/invoke-function.ts';
import type { CurrentMetricDocument } from '../../model/documents/current-metric.ts';
import { metricPoll } from '../../model/documents/metric-poll.ts';
import { emulator } from './harness/aws.ts';
import { findWhen } from './harness/search.ts';
import { simulator } from './harness/simulator.ts';

test.concurrent('a customer who waits is seen waiting within two minutes: the schedule polls Connect', {
  timeout: 180_000,
}, async () => {
  const contactId = await simulator.wait({ queue: 'Upgrades' });
  try {
    const ofQueue = [{ term: { contactQueue: 'Upgrades' } }, { range: { contactsInQueue: { gte: 1 } } }];
    const [now] = await findWhen<CurrentMetricDocument>(
      'the customer who waits',
      'connect-current-metrics-*',
      ofQueue,
      (found) => found.length > 0,
      { within: 150_000 },
    );
    expect(now).toMatchObject({ subject: 'queue', channel: 'VOICE', agentsOnline: expect.any(Number) });
    expect(now).not.toHaveProperty('estimatedWaitSeconds');
  } finally {
    await simulator.hangUp(contactId);
  }
});

test.concurrent('the deployed function reads what is over, as far as Connect lets it', {
  timeout: 120_000,
}, async () => {
  const told = await invokeFunction(emulator(), 'softphone-quality-local-historicalMetrics', {});
  const poll = metricPoll.parse(told);
  expect(poll).toMatchObject({ poller: 'historical', faults: {} });
  // Queues, profiles and agents at least.
  expect(poll.requests).toBeGreaterThanOrEqual(4);
  expect(Date.parse(poll.settledThrough ?? '')).toBeLessThan(Date.now() - 4 * 3_600_000);
});
