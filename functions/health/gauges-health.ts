import type { AgentsHealth, QueueHealth } from '../../model/query/health.ts';
import type { Monitoring, Reading } from '../clients/monitoring.ts';
import { metricNamespace } from '../edge/embedded-metric.ts';

type Newest = Pick<Monitoring, 'newest'>;

/**
 * The watch function looks every five minutes, and what waits is tried every quarter of an hour; a figure older than
 * this says nothing of now.
 */
const lookBackMillis = 15 * 60_000;
const lookBack = (now: Date) => ({ from: new Date(now.getTime() - lookBackMillis), to: now });

/**
 * The queue as SQS tells CloudWatch of it. Of its oldest message SQS leaves out what was tried three times or more; how
 * old that is the function says that tries it.
 */
export async function queueHealth(
  monitoring: Newest,
  { stack, stage }: { readonly stack: string; readonly stage: string },
  now: Date,
): Promise<QueueHealth> {
  const of = (queue: string, name: string) => ({
    namespace: 'AWS/SQS',
    name,
    dimensions: { QueueName: queue },
  });
  const [queue, deadLetters] = [`${stack}-ingest`, `${stack}-ingest-dead-letters`];
  const [waiting, inWork, untried, dead, deadInWork, tried] = await monitoring.newest(
    [
      of(queue, 'ApproximateNumberOfMessagesVisible'),
      of(queue, 'ApproximateNumberOfMessagesNotVisible'),
      of(queue, 'ApproximateAgeOfOldestMessage'),
      of(deadLetters, 'ApproximateNumberOfMessagesVisible'),
      of(deadLetters, 'ApproximateNumberOfMessagesNotVisible'),
      { namespace: metricNamespace, name: 'QueuedAge', dimensions: { stage } },
    ],
    lookBack(now),
  );
  // What was put off some minutes ago may have been stored since.
  const isEmpty = waiting?.value === 0 && inWork?.value === 0;
  return {
    waiting: known(waiting),
    inWork: known(inWork),
    oldestSeconds: isEmpty ? 0 : highest([untried, tried]),
    // Those that cannot be put into the bucket are being tried most of the time.
    deadLetters: sum([dead, deadInWork]),
  };
}

/** What the watch function saw when it last looked. */
export async function agentsHealth(monitoring: Newest, stage: string, now: Date): Promise<AgentsHealth> {
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

/** Of those that are known. */
function sum(readings: readonly (Reading | undefined)[]): number | null {
  const values = readings.flatMap((reading) => reading?.value ?? []);
  return values.length > 0 ? values.reduce((a, b) => a + b) : null;
}

function highest(readings: readonly (Reading | undefined)[]): number | null {
  const values = readings.flatMap((reading) => reading?.value ?? []);
  return values.length > 0 ? Math.max(...values) : null;
}
