import type { ApiMetricDocument } from '../../../model/documents/api-metric.ts';
import { latencyBucketsMillis } from '../../../model/quality/latency-buckets.ts';
import { type Expected, exactly, percentOf, sum } from './expected.ts';

type OfApi = (summaries: readonly ApiMetricDocument[]) => Expected;

const count = (summaries: readonly ApiMetricDocument[]) => sum(summaries.map((one) => one.count));

/** How many requests took how long, by the ranges in which the documents count them. */
export function latencyCounts(summaries: readonly ApiMetricDocument[]): number[] {
  const fields = [...latencyBucketsMillis.map((bound) => `le${bound}`), 'above'];
  return fields.map((field) => sum(summaries.map((one) => one.buckets[field] ?? 0)));
}

/** The documents know each request's time only by its range: the percentile's is all there is to be held to. */
const percentile =
  (percent: number): OfApi =>
  (summaries) => {
    const counts = latencyCounts(summaries);
    const rank = (sum(counts) * percent) / 100;
    const range = counts.findIndex((_, i) => sum(counts.slice(0, i + 1)) >= rank);
    if (count(summaries) === 0) return { value: null, restsOn: 0 };
    const least = latencyBucketsMillis[range - 1] ?? 0;
    const longest = Math.max(...summaries.map((one) => one.timeMillis.max));
    const most = Math.min(latencyBucketsMillis[range] ?? longest, longest);
    return { value: most, restsOn: count(summaries), within: { least: Math.min(least, most), most } };
  };

const percent =
  (part: 'errors' | 'faults'): OfApi =>
  (summaries) =>
    percentOf(sum(summaries.map((one) => one[part])), count(summaries));

const requests: OfApi = (summaries) => exactly(count(summaries));

/** The measures of API calls, by their ids: the caller leaves long polls out. */
export const requestMeasures: Readonly<Record<string, OfApi>> = {
  apiRequests: requests,
  apiMedian: percentile(50),
  apiSlow: percentile(95),
  apiSlowest: percentile(99),
  apiErrors: percent('errors'),
  apiFaults: percent('faults'),
};

/** The measures of long polls, by their ids: the caller leaves all else out. */
export const longPollMeasures: Readonly<Record<string, OfApi>> = {
  longPolls: requests,
  longPollErrors: percent('errors'),
  longPollFaults: percent('faults'),
};
