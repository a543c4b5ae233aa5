import type { AgentsHealth, QueueHealth } from '../../model/query/health.ts';
import type { Monitoring, Reading } from '../clients/monitoring.ts';
import { metricNamespace } from '../edge/embedded-metric.ts';

/** The watch function looks every five minutes; a figure older than this says nothing of now. */
const lookBackMillis = 15 * 60_000;
const lookBack = (now: Date) => ({ from: new Date(now.getTime() - lookBackMillis), to: now });

/** The queue as SQS tells CloudWatch of it. */
export async function queueHealth(monitoring: Monitoring, stack: string, now: Date): Promise<QueueHealth> {
  const of = (queue: string, name: string) => ({
    namespace: 'AWS/SQS',
    name,
    dimensions: { QueueName: queue },
  });
  const [queue, deadLetters] = [`${stack}-ingest`, `${stack}-ingest-dead-letters`];
  const metrics = [
    of(queue, 'ApproximateNumberOfMessagesVisible'),
    of(queue, 'ApproximateNumberOfMessagesNotVisible'),
    of(queue, 'ApproximateAgeOfOldestMessage'),
    of(deadLetters, 'ApproximateNumberOfMessagesVisible'),
  ];
  const [waiting, inWork, oldest, dead] = await monitoring.newest(metrics, lookBack(now));
  return {
    waiting: known(waiting),
    inWork: known(inWork),
    oldestSeconds: known(oldest),
    deadLetters: known(dead),
  };
}

/** What the watch function saw when it last looked. */
export async function agentsHealth(monitoring: Monitoring, stage: string, now: Date): Promise<AgentsHealth> {
  const metrics = ['AgentsOnline', 'Silence'].map((name) => ({
    namespace: metricNamespace,
    name,
    dimensions: { stage },
  }));
  const [online, silence] = await monitoring.newest(metrics, lookBack(now));
  return {
    online: known(online),
    silenceSeconds: known(silence),
    at: online?.at.toISOString() ?? null,
  };
}

function known(reading: Reading | undefined): number | null {
  return reading?.value ?? null;
}
