import * as z from 'zod';
import { metricPoll } from '../documents/metric-poll.ts';
import { figures } from './figure.ts';
import { byDimension } from './filters.ts';

/** `GET /query/queues-now`: of now, so without a range. */
export const queuesNowQuery = byDimension.pick({ queue: true }).strict();
export type QueuesNowQuery = z.infer<typeof queuesNowQuery>;

const count = z.number().nullable();

const queueNow = z.object({
  /** Null where its name is not known. */
  queue: z.string().nullable(),
  queueArn: z.string(),
  /** VOICE, CHAT or TASK. */
  channel: z.string(),
  /** When Amazon Connect took the figures. */
  takenAt: z.iso.datetime(),
  contactsInQueue: count,
  /** How long whoever waits longest has waited; null where nobody waits. */
  oldestContactSeconds: count,
  agentsOnline: count,
  agentsAvailable: count,
  agentsOnContact: count,
  agentsNonProductive: count,
  /** How the softphones' calls of the queue sounded that began in the last minutes: only of voice. */
  sound: figures.nullable(),
});
export type QueueNow = z.infer<typeof queueNow>;

/** Answer of `GET /query/queues-now`: how queues stand. */
export const queuesNow = z.object({
  /** When that was asked. */
  at: z.iso.datetime(),
  /** Those with the most waiting first. What Amazon Connect was not asked of in the last ten minutes is not here. */
  queues: z.array(queueNow),
  /** True where there are more queues than one answer holds. */
  more: z.boolean(),
  /** What the last run of each poller came to; empty where nothing was ever polled. */
  polls: z.array(metricPoll.pick({ poller: true, at: true, faults: true, settledThrough: true })),
});
export type QueuesNow = z.infer<typeof queuesNow>;
