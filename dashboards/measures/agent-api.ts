import { latencyBuckets } from '../../model/quality/latency-buckets.ts';
import type { BucketCounts, Measure } from './measure.ts';

/** Summaries only (single failures are stored beside them), and no long polls: their wait is not latency. */
export const ofAgentApi = {
  index: 'softphone-api-metrics',
  among: [
    { field: 'kind', is: ['summary'] },
    { field: 'longPoll', is: [false] },
  ],
  restsOn: 'requests',
  minimumCount: 50,
} as const;

/** How long requests took. */
export const latencies: BucketCounts = {
  field: 'buckets',
  buckets: latencyBuckets,
  total: 'count',
  highest: 'timeMillis.max',
};

const counted = { kind: 'sum', field: 'count' } as const;
const percentOfRequests = (over: 'errors' | 'faults') =>
  ({ kind: 'ratio', over, under: ['count'], times: 100, restsOn: 'count' }) as const;

export const apiRequests: Measure = {
  ...ofAgentApi,
  id: 'apiRequests',
  name: 'Requests',
  means: 'Requests of agents’ softphones to Amazon Connect. Long polls are left out.',
  formula: counted,
  unit: 'count',
  better: 'neither',
};

export const apiMedian: Measure = {
  ...ofAgentApi,
  id: 'apiMedian',
  name: 'Median latency',
  means:
    'Half of the requests took at most this long, retries included; estimated from counts per latency class. Long polls are left out.',
  formula: { kind: 'bucketPercentile', counts: latencies, percentile: 50 },
  unit: 'milliseconds',
  better: 'lower',
};

export const apiSlow: Measure = {
  ...ofAgentApi,
  id: 'apiSlow',
  name: '95 % of requests within',
  means:
    '19 of 20 requests took at most this long, retries included; estimated from counts per latency class. Long polls are left out.',
  formula: { kind: 'bucketPercentile', counts: latencies, percentile: 95 },
  unit: 'milliseconds',
  better: 'lower',
  // Nielsen, "Response Times: The 3 Important Limits": past 1 s the flow of thought breaks; 3 s reads as a fault.
  limits: () => ({ fair: 1000, poor: 3000 }),
};

export const apiSlowest: Measure = {
  ...ofAgentApi,
  id: 'apiSlowest',
  name: '99 % of requests within',
  means:
    '99 of 100 requests took at most this long, retries included; estimated from counts per latency class. Long polls are left out.',
  formula: { kind: 'bucketPercentile', counts: latencies, percentile: 99 },
  unit: 'milliseconds',
  better: 'lower',
  minimumCount: 200,
};

export const apiErrors: Measure = {
  ...ofAgentApi,
  id: 'apiErrors',
  name: 'Refused',
  means: 'Requests that Amazon Connect refused (HTTP 4xx), in percent.',
  formula: percentOfRequests('errors'),
  unit: 'percent',
  better: 'lower',
};

export const apiFaults: Measure = {
  ...ofAgentApi,
  id: 'apiFaults',
  name: 'Failed',
  means: 'Requests on which Amazon Connect itself failed (HTTP 5xx), in percent.',
  formula: percentOfRequests('faults'),
  unit: 'percent',
  better: 'lower',
  limits: () => ({ fair: 1, poor: 5 }),
};

const ofLongPolls = {
  ...ofAgentApi,
  among: [
    { field: 'kind', is: ['summary'] },
    { field: 'longPoll', is: [true] },
  ],
  restsOn: 'long polls',
} as const;

export const longPolls: Measure = {
  ...ofLongPolls,
  id: 'longPolls',
  name: 'Long polls',
  means:
    'Requests by which the softphone waits for news of its agent. Their wait is not latency, so none is shown.',
  formula: counted,
  unit: 'count',
  better: 'neither',
};

export const longPollErrors: Measure = {
  ...ofLongPolls,
  id: 'longPollErrors',
  name: 'Long polls refused',
  means: 'Long polls that Amazon Connect refused (HTTP 4xx), in percent of the long polls.',
  formula: percentOfRequests('errors'),
  unit: 'percent',
  better: 'lower',
};

export const longPollFaults: Measure = {
  ...ofLongPolls,
  id: 'longPollFaults',
  name: 'Long polls failed',
  means:
    'Long polls on which Amazon Connect itself failed (HTTP 5xx), in percent of the long polls. Meanwhile the softphone does not learn of calls.',
  formula: percentOfRequests('faults'),
  unit: 'percent',
  better: 'lower',
  limits: () => ({ fair: 1, poor: 5 }),
};

export const failedRequests: Measure = {
  index: 'softphone-api-metrics',
  among: [{ field: 'kind', is: ['failure'] }],
  restsOn: 'failed requests',
  minimumCount: 0,
  id: 'failedRequests',
  name: 'Failed requests',
  means: 'Requests that Amazon Connect refused or failed on, long polls among them.',
  formula: { kind: 'count' },
  unit: 'count',
  better: 'neither',
};
