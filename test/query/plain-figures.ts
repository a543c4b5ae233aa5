/** What the measures come to, computed the plain way from whole documents: what the search service is checked against. */
import type { ApiMetricDocument } from '../../model/documents/api-metric.ts';
import type { CallDocument } from '../../model/documents/call.ts';
import { bucketPercentile } from '../../model/quality/bucket-percentile.ts';
import { latencyBuckets, latencyBucketsMillis } from '../../model/quality/latency-buckets.ts';
import type { Figure, Figures } from '../../model/query/figure.ts';

type Way = 'toAgent' | 'fromAgent';

/** All measures of some calls. */
export function plainCallFigures(calls: readonly CallDocument[]): Figures {
  const judged = calls.filter((call) => call.rating !== 'unclassified');
  const reported = calls.filter((call) => call.reportArrived);
  return {
    calls: { value: calls.length, restsOn: calls.length },
    poorCalls: share(judged, (call) => call.rating === 'poor'),
    unclassifiedCalls: share(calls, (call) => call.rating === 'unclassified'),
    missedCalls: share(calls, (call) => call.missed),
    setupFailures: share(reported, (call) => call.failures.length > 0),
    mos: mean(calls, (call) => call.mos?.avg),
    mosToAgent: mean(calls, (call) => call.toAgent.mos?.avg),
    mosFromAgent: mean(calls, (call) => call.fromAgent.mos?.avg),
    lossToAgent: loss(calls, 'toAgent', (lost, count) => lost + count),
    lossFromAgent: loss(calls, 'fromAgent', (_, count) => count),
    jitterToAgent: mean(calls, (call) => call.toAgent.jitterMillis?.avg),
    jitterFromAgent: mean(calls, (call) => call.fromAgent.jitterMillis?.avg),
    roundTripToAgent: mean(calls, (call) => call.toAgent.roundTripTimeMillis?.avg),
    roundTripFromAgent: mean(calls, (call) => call.fromAgent.roundTripTimeMillis?.avg),
  };
}

/** All measures of some API calls, long polls among them. */
export function plainApiFigures(documents: readonly ApiMetricDocument[]): Figures {
  const asked = documents.filter((document) => !document.longPoll);
  const count = sum(asked.map((document) => document.count));
  const buckets = [...latencyBucketsMillis.map((bound) => `le${bound}`), 'above'].map((field) =>
    sum(asked.map((document) => document.buckets[field] ?? 0)),
  );
  const max = asked.length > 0 ? Math.max(...asked.map((document) => document.timeMillis.max)) : null;
  const percentile = (n: number) => ({
    value: bucketPercentile(latencyBuckets, buckets, n, max),
    restsOn: count,
  });
  const percentOf = (part: number) => ({ value: count > 0 ? (100 * part) / count : null, restsOn: count });
  return {
    apiRequests: { value: count, restsOn: count },
    apiMedian: percentile(50),
    apiSlow: percentile(95),
    apiErrors: percentOf(sum(asked.map((document) => document.errors))),
    apiFaults: percentOf(sum(asked.map((document) => document.faults))),
  };
}

function share(calls: readonly CallDocument[], is: (call: CallDocument) => boolean): Figure {
  const value = calls.length > 0 ? (100 * calls.filter(is).length) / calls.length : null;
  return { value, restsOn: calls.length };
}

function mean(calls: readonly CallDocument[], of: (call: CallDocument) => number | undefined): Figure {
  const known = calls.map(of).filter((value) => value !== undefined);
  return { value: known.length > 0 ? sum(known) / known.length : null, restsOn: known.length };
}

/** Of the calls' sums, so that long calls weigh more. */
function loss(
  calls: readonly CallDocument[],
  way: Way,
  onTheWay: (lost: number, count: number) => number,
): Figure {
  const lost = sum(calls.map((call) => call[way].packetsLost ?? 0));
  const count = sum(calls.map((call) => call[way].packetsCount ?? 0));
  const whole = onTheWay(lost, count);
  return {
    value: whole > 0 ? (100 * lost) / whole : null,
    restsOn: calls.filter((call) => call[way].packetsLost !== undefined).length,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
