import * as z from 'zod';
import { latencyBucketsMillis } from '../quality/latency-buckets.ts';
import { count, envelope, instant, millis, text } from './envelope.ts';
import { preflight } from './preflight.ts';
import { readinessChanges } from './readiness.ts';

export const operationMetrics = z
  .object({
    /** The API's name. It may hold dots, so it is only ever a value, never a field's name. */
    name: text(200),
    /** A long poll's time is its wait, not a latency. */
    longPoll: z.boolean(),
    count: count.min(1),
    /** Answers that were refusals (4xx). */
    errors: count,
    /** Answers that were the service's own failure (5xx). */
    faults: count,
    timeMillis: z.object({ sum: z.number().min(0).max(1e12), max: millis }),
    /** One count per bound of `latencyBucketsMillis`, and one for what is above. */
    buckets: z.array(count).length(latencyBucketsMillis.length + 1),
  })
  .refine((metrics) => metrics.errors + metrics.faults <= metrics.count, {
    message: 'more failures than calls',
    path: ['count'],
  })
  .refine((metrics) => metrics.buckets.reduce((sum, n) => sum + n, 0) === metrics.count, {
    message: 'the buckets must add up to count',
    path: ['buckets'],
  });
export type OperationMetrics = z.infer<typeof operationMetrics>;

export const apiFailure = z.object({
  name: text(200),
  at: instant,
  timeMillis: millis.optional(),
  kind: z.enum(['error', 'fault']),
  httpStatus: z.int().min(0).max(599).optional(),
  /** The error's type, not its message: messages carry identifiers. */
  errorType: text(200).optional(),
});
export type ApiFailure = z.infer<typeof apiFailure>;

/**
 * `POST /api-metrics`: one page's API calls of 30 seconds; and what is about an agent without a call, which may come
 * without any.
 */
export const apiMetrics = envelope.extend({
  /** Counts up with each message of a page load. */
  sequence: count,
  startedAt: instant,
  endedAt: instant,
  operations: z.array(operationMetrics).max(100),
  failures: z.array(apiFailure).max(200),
  /** A check before the first call. */
  preflight: preflight.optional(),
  /** What has become better or worse since the last message. */
  readiness: readinessChanges.optional(),
});
export type ApiMetrics = z.infer<typeof apiMetrics>;
