import type { ApiFailure, OperationMetrics } from '../messages/api-metrics.ts';
import { bucketFields as fieldsOf } from '../quality/buckets.ts';
import { latencyBuckets } from '../quality/latency-buckets.ts';
import { round } from '../quality/statistics.ts';
import type { Dimensions, Stamps } from './dimensions.ts';
import {
  boolean,
  date,
  decimal,
  dimensionsMapping,
  integer,
  keyword,
  long,
  object,
  type Properties,
  stampsMapping,
} from './mapping.ts';

/** One agent's calls of one operation in 30 seconds: `softphone-api-metrics-*` with `kind: summary`. */
export type ApiMetricDocument = Stamps &
  Dimensions & {
    readonly kind: 'summary';
    readonly startedAt: string;
    readonly endedAt: string;
    readonly name: string;
    readonly longPoll: boolean;
    readonly count: number;
    readonly errors: number;
    readonly faults: number;
    readonly timeMillis: { readonly avg: number; readonly max: number; readonly sum: number };
    /** `le100`: calls of more than the bound before and at most 100 ms; `above`: the rest. They add up over agents. */
    readonly buckets: Readonly<Record<string, number>>;
  };

/** One failed API call: `softphone-api-metrics-*` with `kind: failure`. */
export type ApiFailureDocument = Stamps &
  Dimensions &
  Omit<ApiFailure, 'kind' | 'timeMillis'> & {
    readonly kind: 'failure';
    readonly failure: 'error' | 'fault';
    /** Not `timeMillis`: that is an object in a summary, and one field has one type. */
    readonly failureMillis?: number;
  };

/** The fields of the latency buckets, lowest first. */
export const bucketFields = fieldsOf(latencyBuckets);

export const apiMetricMapping: Properties = {
  ...stampsMapping,
  ...dimensionsMapping,
  kind: keyword,
  startedAt: date,
  endedAt: date,
  name: keyword,
  longPoll: boolean,
  count: long,
  errors: long,
  faults: long,
  timeMillis: object({ avg: decimal, max: decimal, sum: decimal }),
  buckets: object(Object.fromEntries(bucketFields.map((field) => [field, long]))),
  failure: keyword,
  failureMillis: decimal,
  at: date,
  httpStatus: integer,
  errorType: keyword,
};

/** Makes the document of one operation's 30 seconds; pure. */
export function makeApiMetric(input: {
  operation: OperationMetrics;
  startedAt: string;
  endedAt: string;
  stamps: Stamps;
  dimensions: Dimensions;
}): ApiMetricDocument {
  const { buckets, timeMillis, ...counts } = input.operation;
  return {
    ...input.stamps,
    ...input.dimensions,
    kind: 'summary',
    startedAt: input.startedAt,
    endedAt: input.endedAt,
    ...counts,
    timeMillis: {
      avg: round(timeMillis.sum / counts.count),
      max: timeMillis.max,
      sum: round(timeMillis.sum),
    },
    buckets: Object.fromEntries(
      bucketFields.map((field, i) => [field, buckets[i] ?? 0] as const).filter(([, n]) => n > 0),
    ),
  };
}

/** Makes the document of one failed call; pure. */
export function makeApiFailure(input: {
  failure: ApiFailure;
  stamps: Stamps;
  dimensions: Dimensions;
}): ApiFailureDocument {
  const { kind, timeMillis, ...failure } = input.failure;
  return {
    ...input.stamps,
    ...input.dimensions,
    kind: 'failure',
    failure: kind,
    ...failure,
    ...(timeMillis === undefined ? {} : { failureMillis: timeMillis }),
  };
}

/** The parts of an API document's id: the page load, its message's number, and the place within the message. */
export function apiMetricIdentity(of: {
  instanceId: string;
  clientId: string;
  sequence: number;
  kind: 'summary' | 'failure';
  place: number;
}): readonly string[] {
  return ['api', of.instanceId, of.clientId, String(of.sequence), of.kind, String(of.place)];
}
