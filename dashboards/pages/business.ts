import {
  calls,
  missedCalls,
  poorCalls,
  poorTime,
  setupFailures,
  shortCalls10,
  shortCalls30,
  shortCalls60,
  unclassifiedCalls,
} from '../measures/calls.ts';
import type { Page } from '../panels/panel.ts';
import { agreementPanel } from './problem-panels.ts';

/** Which queue, routing profile or team has bad, short or failed calls. */
export const business: Page = {
  id: 'business',
  title: 'Business',
  means:
    'Calls, and how many of them were poor, short, missed, failed or reported by the agent, by queue, routing profile and team.',
  by: ['queue', 'routingProfile', 'level1', 'level2', 'level3', 'level4', 'level5', 'site', 'agent'],
  panels: [
    {
      id: 'figures',
      title: 'Calls in this period',
      means: 'Every figure beside the same one of the period before.',
      kind: 'figures',
      measures: [
        calls,
        poorCalls,
        poorTime,
        unclassifiedCalls,
        missedCalls,
        setupFailures,
        shortCalls10,
        shortCalls30,
        shortCalls60,
      ],
    },
    {
      id: 'poor-over-time',
      title: 'Poor calls over time',
      means: 'The share of poor calls against the target.',
      kind: 'overTime',
      measures: [poorCalls, calls],
      target: ({ poorCallsTargetPercent }) => poorCallsTargetPercent,
    },
    {
      id: 'groups',
      title: 'By group',
      means: 'Which queue, routing profile or team has the largest share of poor calls.',
      kind: 'breakdown',
      by: 'chosen',
      measures: [
        calls,
        poorCalls,
        unclassifiedCalls,
        missedCalls,
        setupFailures,
        shortCalls10,
        shortCalls30,
        shortCalls60,
      ],
      orderBy: poorCalls,
    },
    {
      id: 'short-over-time',
      title: 'Short calls over time',
      means:
        'Calls that were over almost as soon as they had begun: people who do not hear each other hang up.',
      kind: 'overTime',
      measures: [shortCalls10, shortCalls30, shortCalls60],
    },
    {
      id: 'failures',
      title: 'Failed set-ups by kind',
      means: 'What failed when the audio of a call was set up. A call may have several failures.',
      kind: 'breakdown',
      by: 'failure',
      measures: [calls],
      orderBy: calls,
    },
    {
      id: 'failed-over-time',
      title: 'Missed calls and failed set-ups over time',
      means: 'Calls that nobody took, and calls whose audio could not be set up.',
      kind: 'overTime',
      measures: [missedCalls, setupFailures],
    },
    {
      id: 'week',
      title: 'Poor calls by weekday and hour',
      means: 'When in the week calls are poor, in the hours of your time zone.',
      kind: 'heatMap',
      measure: poorCalls,
    },
    agreementPanel,
  ],
};
