import { dimensionsOfApiCalls } from '../../model/query/dimension.ts';
import {
  apiErrors,
  apiFaults,
  apiMedian,
  apiRequests,
  apiSlow,
  apiSlowest,
  failedRequests,
  latencies,
  longPollErrors,
  longPollFaults,
  longPolls,
  ofAgentApi,
} from '../measures/agent-api.ts';
import { calls, setupFailures } from '../measures/calls.ts';
import { setupStages } from '../measures/setup.ts';
import type { Page } from '../panels/panel.ts';

const latency = 'Latency';
const whenAndWhy = 'When and why';
const setup = 'Call set-up';

/** How quickly and how well Amazon Connect answers the softphones, and how calls are set up. */
export const api: Page = {
  id: 'api',
  title: 'Agent API and call set-up',
  means: 'How long Amazon Connect takes to answer the softphones, what it refuses, and how calls are set up.',
  by: ['operation', ...dimensionsOfApiCalls],
  panels: [
    {
      id: 'figures',
      section: latency,
      title: 'Requests in this period',
      means: 'Every figure beside the same one of the period before. Long polls stand apart.',
      kind: 'figures',
      measures: [apiRequests, apiMedian, apiSlow, apiSlowest, apiErrors, apiFaults],
    },
    {
      id: 'latency-over-time',
      section: latency,
      title: 'Latency over time',
      means: 'How long requests took: the median, and what one in 20 and one in 100 took longer than.',
      kind: 'overTime',
      measures: [apiMedian, apiSlow, apiSlowest],
    },
    {
      id: 'latency-by-operation',
      section: latency,
      title: 'Latency over time, by operation',
      means: 'A line for each of the operations asked for most: 95 % of requests took at most this long.',
      kind: 'overTime',
      measures: [apiSlow],
      split: 'operation',
    },
    {
      id: 'groups',
      section: latency,
      title: 'By group',
      means: 'Which operation, site or team waits longest; those with the most requests are listed.',
      kind: 'breakdown',
      by: 'chosen',
      measures: [apiRequests, apiMedian, apiSlow, apiSlowest, apiErrors, apiFaults],
      orderBy: apiSlow,
    },
    {
      id: 'latency-distribution',
      section: latency,
      title: 'Distribution of the latency',
      means: 'How many requests took how long.',
      kind: 'distribution',
      series: [
        {
          id: 'latency',
          name: 'Requests',
          index: ofAgentApi.index,
          among: ofAgentApi.among,
          counts: latencies,
          unit: 'milliseconds',
          restsOn: ofAgentApi.restsOn,
        },
      ],
    },
    {
      id: 'week',
      section: whenAndWhy,
      title: 'Latency by weekday and hour',
      means: '95 % of requests took at most this long. When in the week, in the hours of your time zone.',
      kind: 'heatMap',
      measure: apiSlow,
    },
    {
      id: 'errors-over-time',
      section: whenAndWhy,
      title: 'Refused and failed over time',
      means: 'Requests that Amazon Connect refused, and those on which it failed itself.',
      kind: 'overTime',
      measures: [apiErrors, apiFaults],
    },
    {
      id: 'error-types',
      section: whenAndWhy,
      title: 'Why requests failed',
      means: 'What Amazon Connect gave as the reason.',
      kind: 'breakdown',
      by: 'errorType',
      measures: [failedRequests],
      orderBy: failedRequests,
    },
    {
      id: 'long-polls',
      section: whenAndWhy,
      title: 'Long polls',
      means: 'Requests by which the softphone waits for news. Their wait is not latency.',
      kind: 'figures',
      measures: [longPolls, longPollErrors, longPollFaults],
    },
    {
      id: 'stages',
      section: setup,
      title: 'How calls are set up',
      means: 'The stages one after the other, as the reports at the end of calls say.',
      kind: 'figures',
      measures: setupStages.flatMap(({ median, slow }) => [median, slow]),
    },
    {
      id: 'stages-over-time',
      section: setup,
      title: 'Stages over time',
      means: 'The median of each stage.',
      kind: 'overTime',
      measures: setupStages.map(({ median }) => median),
    },
    {
      id: 'setup-over-time',
      section: setup,
      title: 'Failed set-ups over time',
      means: 'Calls whose audio could not be set up.',
      kind: 'overTime',
      measures: [setupFailures],
    },
    {
      id: 'failures',
      section: setup,
      title: 'Failed set-ups by kind',
      means: 'What failed when the audio of a call was set up. A call may have several failures.',
      kind: 'breakdown',
      by: 'failure',
      measures: [calls],
      orderBy: calls,
    },
  ],
};
