import { expect, test } from 'vitest';
import type { MetricName } from '../clients/monitoring.ts';
import { agentsHealth, queueHealth } from './gauges-health.ts';

const now = new Date('2026-03-04T10:00:00Z');
const at = new Date('2026-03-04T09:57:00Z');
const names = { stack: 'softphone-quality-prod', stage: 'prod' };

/** CloudWatch with these figures, by the metric's name and the queue's. */
const knowing = (figures: Readonly<Record<string, number>>) => ({
  newest: async (metrics: readonly MetricName[]) =>
    metrics.map(({ name, dimensions }) => {
      const value = figures[[name, dimensions.QueueName].filter(Boolean).join(' of ')];
      return value === undefined ? undefined : { value, at };
    }),
});
const ingest = 'softphone-quality-prod-ingest';

test('tells of the queue; the oldest may be one that SQS leaves out because it was tried often', async () => {
  const monitoring = knowing({
    [`ApproximateNumberOfMessagesVisible of ${ingest}`]: 2,
    [`ApproximateNumberOfMessagesNotVisible of ${ingest}`]: 1,
    [`ApproximateAgeOfOldestMessage of ${ingest}`]: 40,
    [`ApproximateNumberOfMessagesVisible of ${ingest}-dead-letters`]: 0,
    [`ApproximateNumberOfMessagesNotVisible of ${ingest}-dead-letters`]: 3,
    QueuedAge: 900,
  });
  expect(await queueHealth(monitoring, names, now)).toEqual({
    waiting: 2,
    inWork: 1,
    oldestSeconds: 900,
    // Being tried, and failing.
    deadLetters: 3,
  });
});

test('an empty queue has no oldest, although one was put off some minutes ago', async () => {
  const monitoring = knowing({
    [`ApproximateNumberOfMessagesVisible of ${ingest}`]: 0,
    [`ApproximateNumberOfMessagesNotVisible of ${ingest}`]: 0,
    QueuedAge: 300,
  });
  expect(await queueHealth(monitoring, names, now)).toMatchObject({ oldestSeconds: 0, deadLetters: null });
});

test('what CloudWatch has no figures of is not known, never 0', async () => {
  expect(Object.values(await queueHealth(knowing({}), names, now))).toEqual([null, null, null, null]);
  expect(await agentsHealth(knowing({}), 'prod', now)).toEqual({
    online: null,
    silenceSeconds: null,
    at: null,
  });
});

test('tells of the agents what the watch function saw, and when', async () => {
  const monitoring = knowing({ AgentsOnline: 3, Silence: 20 });
  expect(await agentsHealth(monitoring, 'prod', now)).toEqual({
    online: 3,
    silenceSeconds: 20,
    at: at.toISOString(),
  });
});
