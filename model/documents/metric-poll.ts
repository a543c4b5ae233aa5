import * as z from 'zod';
import { date, integer, keyword, type Properties, stored } from './mapping.ts';

/** What polls what Amazon Connect counts. */
export const pollers = ['current', 'historical'] as const;

/** What can be wrong with a run; the rest of what it asked for is stored. */
export const pollFaults = [
  /** Connect let nothing more through, however long it was waited. */
  'throttled',
  /** Connect refused, or could not be reached. */
  'failed',
  /** Connect left out a metric that was asked for. */
  'missingMetric',
  /** The search service did not take a document. */
  'notStored',
  /** There was more than a run has time for. */
  'outOfTime',
  /** Nobody knows the instance's queues yet: the function `users` syncs them. */
  'notSynced',
] as const;
export type PollFault = (typeof pollFaults)[number];

/** What a poller's last run came to: `connect-metric-polls`, not dated, a document for each poller of an instance. */
export const metricPoll = z.object({
  instanceId: z.string(),
  poller: z.enum(pollers),
  /** When it began. */
  at: z.string(),
  /** Of the Connect API, those that were answered. */
  requests: z.number(),
  /** That were new, or had changed. */
  documents: z.number(),
  /** How often what was wrong; none is well. */
  faults: z.partialRecord(z.enum(pollFaults), z.number()),
  /** Of historical metrics: until when no figure is read again. */
  settledThrough: z.string().optional(),
});
export type MetricPoll = z.infer<typeof metricPoll>;

export const metricPollsIndex = 'connect-metric-polls';

export const metricPollMapping: Properties = {
  instanceId: keyword,
  poller: keyword,
  at: date,
  requests: integer,
  documents: integer,
  faults: stored,
  settledThrough: date,
};

/** The id of a poller's document. */
export function metricPollId({ instanceId, poller }: Pick<MetricPoll, 'instanceId' | 'poller'>): string {
  return `${instanceId}:${poller}`;
}
