import type { Measure } from './measure.ts';

/** Summaries only (single failures are stored beside them), and no long polls: their wait is not latency. */
const ofAgentApi = {
  index: 'softphone-api-metrics',
  among: [
    { field: 'kind', is: ['summary'] },
    { field: 'longPoll', is: [false] },
  ],
  restsOn: 'requests',
  minimumCount: 50,
} as const;

export const apiRequests: Measure = {
  ...ofAgentApi,
  id: 'apiRequests',
  name: 'Requests',
  means: 'Requests of agents’ softphones to Amazon Connect. Long polls are left out.',
  formula: { kind: 'sum', field: 'count' },
  unit: 'count',
  better: 'neither',
};

export const apiMedian: Measure = {
  ...ofAgentApi,
  id: 'apiMedian',
  name: 'Median latency',
  means:
    'Half of the requests took at most this long, retries included; estimated from counts per latency class. Long polls are left out.',
  formula: { kind: 'latencyPercentile', percentile: 50 },
  unit: 'milliseconds',
  better: 'lower',
};

export const apiSlow: Measure = {
  ...ofAgentApi,
  id: 'apiSlow',
  name: '95 % of requests within',
  means:
    '19 of 20 requests took at most this long, retries included; estimated from counts per latency class. Long polls are left out.',
  formula: { kind: 'latencyPercentile', percentile: 95 },
  unit: 'milliseconds',
  better: 'lower',
  // Nielsen, "Response Times: The 3 Important Limits": past 1 s the flow of thought breaks; 3 s reads as a fault.
  limits: () => ({ fair: 1000, poor: 3000 }),
};

export const apiErrors: Measure = {
  ...ofAgentApi,
  id: 'apiErrors',
  name: 'Refused',
  means: 'Requests that Amazon Connect refused (HTTP 4xx), in percent.',
  formula: { kind: 'ratio', over: 'errors', under: ['count'], times: 100, restsOn: 'count' },
  unit: 'percent',
  better: 'lower',
};

export const apiFaults: Measure = {
  ...ofAgentApi,
  id: 'apiFaults',
  name: 'Failed',
  means: 'Requests on which Amazon Connect itself failed (HTTP 5xx), in percent.',
  formula: { kind: 'ratio', over: 'faults', under: ['count'], times: 100, restsOn: 'count' },
  unit: 'percent',
  better: 'lower',
  limits: () => ({ fair: 1, poor: 5 }),
};
