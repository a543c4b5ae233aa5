import type * as z from 'zod';
import { historicalMetricDocument } from '../documents/historical-metric.ts';
import { groupBy } from '../wfm/group-by.ts';
import type { QueueCount } from './sources.ts';

/** What is looked at of Amazon Connect's figures of a queue in an interval. */
export const queueMetric = historicalMetricDocument.pick({
  '@timestamp': true,
  endsAt: true,
  intervalMinutes: true,
  receivedAt: true,
  contactQueue: true,
  contactQueueArn: true,
  contactsQueuedByEnqueue: true,
});
export type QueueMetric = z.infer<typeof queueMetric>;

/** The longest interval: of each, figures of 15 or of 30 minutes hold. */
const longestMillis = 30 * 60_000;

/**
 * How many contacts Amazon Connect counted by queue and interval. Where there are figures of both lengths, as in the hours
 * in which an admin changed it, those hold that were read last.
 */
export function queueCountsOf(metrics: readonly QueueMetric[]): readonly QueueCount[] {
  const halfHour = (its: QueueMetric) => Math.floor(Date.parse(its['@timestamp']) / longestMillis);
  return groupBy(metrics, (its) => [String(halfHour(its))]).flatMap((its) => {
    const newest = its.reduce((one, other) => (other.receivedAt > one.receivedAt ? other : one));
    return its.filter(({ intervalMinutes }) => intervalMinutes === newest.intervalMinutes).map(countOf);
  });
}

/** Of what Connect gives no figure there was none. */
function countOf(metric: QueueMetric): QueueCount {
  const { contactQueue: queue, contactQueueArn: queueArn, contactsQueuedByEnqueue: contacts = 0 } = metric;
  return {
    ...{ from: Date.parse(metric['@timestamp']), to: Date.parse(metric.endsAt), contacts },
    ...(queue === undefined ? {} : { queue }),
    ...(queueArn === undefined ? {} : { queueArn }),
  };
}
