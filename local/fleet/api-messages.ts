import type { ApiFailure, ApiMetrics, OperationMetrics } from '../../model/messages/api-metrics.ts';
import { latencyBucket, latencyBucketsMillis } from '../../model/quality/latency-buckets.ts';
import type { ApiCall } from './api-calls.ts';
import type { Random } from './random.ts';
import { envelopeOf, type PageLoad, requestOf, type SentMessage } from './sent-message.ts';

/**
 * A page that is used tells of every half minute. Half minutes in which nothing but the page's own polling happened
 * are told of by twenty minutes: the same figures in a fortieth of the documents, so that a week can be filled at once.
 */
const busyMillis = 30_000;
const idleMillis = 1_200_000;

/** What the page sends of its API calls of one day. */
export function messagesOfApiCalls(
  page: PageLoad,
  calls: readonly ApiCall[],
  random: Random,
  idle = idleMillis,
): SentMessage[] {
  return inStretches(calls, idle).map((stretch, sequence) => {
    const body: ApiMetrics = {
      ...envelopeOf(page, stretch.to, random),
      sequence,
      startedAt: new Date(stretch.from).toISOString(),
      endedAt: new Date(stretch.to).toISOString(),
      operations: [...Map.groupBy(stretch.calls, (call) => call.name).values()].map(operationOf),
      failures: stretch.calls.filter((call) => call.httpStatus >= 400).map(failureOf),
    };
    return { route: 'api-metrics', body, ...requestOf(page, body, random) };
  });
}

type Stretch = { readonly from: number; readonly to: number; readonly calls: readonly ApiCall[] };

function inStretches(calls: readonly ApiCall[], idle: number): Stretch[] {
  const slot = (at: number, millis: number) => Math.floor(at / millis) * millis;
  const busy = new Set(calls.filter((call) => !call.polling).map((call) => slot(call.at, busyMillis)));
  const keyOf = ({ at }: ApiCall) => {
    const half = slot(at, busyMillis);
    return busy.has(half) ? `${half} ${busyMillis}` : `${slot(at, idle)} ${idle}`;
  };
  return [...Map.groupBy(calls, keyOf)]
    .map(([key, its]) => {
      const [from = 0, millis = 0] = key.split(' ').map(Number);
      return { from, to: from + millis, calls: its };
    })
    .sort((a, b) => a.to - b.to || a.from - b.from);
}

function operationOf(calls: readonly ApiCall[]): OperationMetrics {
  const times = calls.map((call) => call.timeMillis);
  const buckets = new Array<number>(latencyBucketsMillis.length + 1).fill(0);
  for (const time of times) buckets[latencyBucket(time)] = (buckets[latencyBucket(time)] ?? 0) + 1;
  return {
    name: calls[0]?.name ?? '',
    longPoll: calls[0]?.name === 'getAgentSnapshot',
    count: calls.length,
    errors: calls.filter(({ httpStatus }) => httpStatus >= 400 && httpStatus < 500).length,
    faults: calls.filter(({ httpStatus }) => httpStatus >= 500).length,
    timeMillis: { sum: times.reduce((sum, time) => sum + time, 0), max: Math.max(...times) },
    buckets,
  };
}

function failureOf({ name, at, timeMillis, httpStatus }: ApiCall): ApiFailure {
  const fault = httpStatus >= 500;
  return {
    name,
    at: new Date(at).toISOString(),
    timeMillis,
    kind: fault ? 'fault' : 'error',
    httpStatus,
    errorType: fault ? 'InternalServiceException' : 'InvalidStateException',
  };
}
