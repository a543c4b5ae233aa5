import type { SoftphoneApiMetric } from '../../model/connect/softphone-api-metric.ts';
import type { ApiFailure, OperationMetrics } from '../../model/messages/api-metrics.ts';
import { latencyBucket, latencyBucketsMillis } from '../../model/quality/latency-buckets.ts';
import { present } from './present.ts';

/** The agent API's calls of some 30 seconds. */
export type ApiWindow = {
  readonly startedAt: number;
  readonly operations: Map<string, OperationMetrics>;
  readonly failures: ApiFailure[];
};

/** What the server takes of one message. */
const mostOperations = 100;
const mostFailures = 200;
const longestText = 200;
const longestMillis = 86_400_000;

/** Answers only when something happened, or after 30 s: its time is a wait, no latency. */
const longPolls: ReadonlySet<string> = new Set(['getAgentSnapshot']);

export function newApiWindow(now: number): ApiWindow {
  return { startedAt: now, operations: new Map(), failures: [] };
}

/**
 * Counts one call.
 *
 * @param at when its event arrived, in epoch milliseconds: the event itself has no time
 */
export function noteApiCall(window: ApiWindow, metric: SoftphoneApiMetric, at: number): void {
  const name = metric.name.slice(0, longestText);
  if (name === '' || metric.time === null || metric.time < 0) return;
  const before = window.operations.get(name) ?? newOperation(name);
  if (before.count === 0 && window.operations.size >= mostOperations) return;
  const timeMillis = Math.min(metric.time, longestMillis);
  const kind = kindOfFailure(metric);
  window.operations.set(name, counted(before, timeMillis, kind));
  if (kind && window.failures.length < mostFailures) {
    window.failures.push(failureOf(name, metric, kind, timeMillis, at));
  }
}

function newOperation(name: string): OperationMetrics {
  return {
    name,
    longPoll: longPolls.has(name),
    count: 0,
    errors: 0,
    faults: 0,
    timeMillis: { sum: 0, max: 0 },
    buckets: Array<number>(latencyBucketsMillis.length + 1).fill(0),
  };
}

function counted(
  before: OperationMetrics,
  timeMillis: number,
  kind: ApiFailure['kind'] | undefined,
): OperationMetrics {
  const bucket = latencyBucket(timeMillis);
  return {
    ...before,
    count: before.count + 1,
    errors: before.errors + (kind === 'error' ? 1 : 0),
    faults: before.faults + (kind === 'fault' ? 1 : 0),
    timeMillis: {
      sum: before.timeMillis.sum + timeMillis,
      max: Math.max(before.timeMillis.max, timeMillis),
    },
    buckets: before.buckets.map((n, i) => (i === bucket ? n + 1 : n)),
  };
}

/** A call that failed without any status never reached the service: an error of this side, not the service's fault. */
export function kindOfFailure(metric: SoftphoneApiMetric): ApiFailure['kind'] | undefined {
  const status = statusOf(metric) ?? 0;
  if (status >= 500) return 'fault';
  return status >= 400 || metric.error ? 'error' : undefined;
}

function failureOf(
  name: string,
  metric: SoftphoneApiMetric,
  kind: ApiFailure['kind'],
  timeMillis: number,
  at: number,
): ApiFailure {
  const status = statusOf(metric);
  return {
    name,
    at: new Date(at).toISOString(),
    kind,
    ...present<Pick<ApiFailure, 'timeMillis' | 'httpStatus' | 'errorType'>>({
      timeMillis,
      // Streams says 200 where the error came without a status.
      httpStatus: status !== undefined && status >= 400 ? status : undefined,
      errorType: metric.error?.type?.slice(0, longestText) || undefined,
    }),
  };
}

function statusOf(metric: SoftphoneApiMetric): number | undefined {
  const named = metric.optionalDimensions.find((dimension) => dimension.name === 'HttpStatusCode');
  const status = Number(metric.error?.statusCode ?? named?.value);
  return Number.isInteger(status) && status >= 0 && status <= 599 ? status : undefined;
}
