import {
  apiErrors,
  apiFaults,
  apiMedian,
  apiRequests,
  apiSlow,
  apiSlowest,
  longPollErrors,
  longPollFaults,
  longPolls,
} from '../../measures/agent-api.ts';
import { setupFailures } from '../../measures/calls.ts';
import { countOf, overTime, valuesOf } from '../bars/aggregation.ts';
import { bars } from '../bars/bars.ts';
import { dashboard } from '../dashboard.ts';
import { markdown } from '../markdown.ts';
import { savedSearch } from '../saved-search.ts';
import { splitOf } from '../split-field.ts';
import { measureTable } from '../tsvb/measure-table.ts';
import { oneFigure } from '../tsvb/one-figure.ts';
import { overTimePanel, splitOverTimePanel } from '../tsvb/over-time.ts';
import { setupStages } from '../vega/setup-stages.ts';
import { choicesOf } from './choices.ts';

const words = markdown(
  'api-words',
  'How to read this',
  `**Is it Amazon Connect, or the way to it?** The softphone's requests to Connect, retries included. *Refused* is
HTTP 4xx, *failed* 5xx. A long poll waits on purpose until something happens, so its time stands apart and is no
latency. Slow for everybody is Connect or its region; slow at one site is that site's network.`,
);

/** Of what requests and calls both have: a choice of an operation would leave no calls. */
const choices = choicesOf('api', 'softphone-api-metrics', ['routingProfile', 'site', 'agent']);

const failuresByOperation = bars({
  id: 'api-failures-over-time',
  title: 'Refused and failed requests over time (number)',
  description: 'Each request that Amazon Connect refused (error) or failed on (fault), by operation.',
  source: { kind: 'softphone-api-metrics', query: 'kind: "failure"' },
  type: 'histogram',
  aggregations: [countOf('Requests'), overTime, valuesOf('group', splitOf('operation').field, 'Operation')],
});

const failuresByReason = bars({
  id: 'api-failures-by-reason',
  title: 'Why requests were refused or failed (number)',
  description: 'What Amazon Connect gave as the reason, by operation.',
  source: { kind: 'softphone-api-metrics', query: 'kind: "failure"' },
  type: 'horizontal_bar',
  aggregations: [
    countOf('Requests'),
    valuesOf('segment', splitOf('errorType').field, 'Reason'),
    valuesOf('group', splitOf('operation').field, 'Operation'),
  ],
});

const failuresByKind = bars({
  id: 'setup-failures-by-kind',
  title: 'Failed set-ups by what failed (calls)',
  description:
    'What Amazon Connect’s library said went wrong while the audio was set up; a call can have several.',
  source: { kind: 'softphone-calls', query: 'setupFailed: true' },
  type: 'horizontal_bar',
  aggregations: [countOf('Calls'), valuesOf('segment', 'failures', 'What failed')],
});

const columns = [apiRequests, apiMedian, apiSlow, apiSlowest, apiErrors, apiFaults] as const;
const longPollColumns = [longPolls, longPollErrors, longPollFaults] as const;

const failedApiCalls = savedSearch(
  'failed-api-calls',
  'Requests that Amazon Connect refused or failed on',
  { kind: 'softphone-api-metrics', query: 'kind: "failure"' },
  ['agent', 'name', 'failure', 'httpStatus', 'errorType', 'site'],
);

/** For those who answer for the softphone itself. */
export const api = dashboard({
  id: 'softphone-api',
  title: 'Softphone quality: API and CCP health',
  description: 'Latency and failures of the softphone’s requests to Amazon Connect; stages of call set-up.',
  rows: [
    {
      height: 8,
      panels: [
        [words, 16],
        [choices, 16],
        [oneFigure(apiSlow, '95 % of requests take at most'), 8],
        [oneFigure(apiFaults, 'Requests failed'), 8],
      ],
    },
    {
      height: 12,
      panels: [
        [overTimePanel('latency-over-time', 'Latency of requests', [apiSlow, apiMedian, apiSlowest]), 24],
        [overTimePanel('api-faults-over-time', 'Requests refused and failed', [apiFaults, apiErrors]), 24],
      ],
    },
    {
      height: 13,
      panels: [
        [measureTable('api-by-operation', 'Requests by operation', columns, splitOf('operation')), 28],
        [splitOverTimePanel(apiSlow, splitOf('operation')), 20],
      ],
    },
    {
      height: 12,
      panels: [
        [measureTable('api-by-site', 'Requests by site', columns, splitOf('site')), 24],
        [measureTable('long-polls-by-site', 'Long polls by site', longPollColumns, splitOf('site')), 24],
      ],
    },
    {
      height: 12,
      panels: [
        [setupStages, 24],
        [failuresByKind, 12],
        [overTimePanel('setup-failures-over-time', 'Failed set-ups', [setupFailures]), 12],
      ],
    },
    {
      height: 13,
      panels: [
        [failuresByOperation, 24],
        [failuresByReason, 24],
      ],
    },
    {
      height: 15,
      panels: [[failedApiCalls, 48]],
    },
  ],
});
