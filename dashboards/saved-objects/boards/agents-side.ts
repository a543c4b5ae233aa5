import { calls, poorCalls } from '../../measures/calls.ts';
import { checksFailed, checksLimited, checksRun } from '../../measures/preflights.ts';
import { confirmedReports, reportedCalls, reportedGood, reportedMeasured } from '../../measures/problems.ts';
import { troubles } from '../../measures/readiness.ts';
import { dismissedCalls, warnedCalls, warnedPoor } from '../../measures/warnings.ts';
import { dashboard } from '../dashboard.ts';
import { markdown } from '../markdown.ts';
import { splitOf } from '../split-field.ts';
import { measureTable } from '../tsvb/measure-table.ts';
import { oneFigure } from '../tsvb/one-figure.ts';
import { overTimePanel, splitOverTimePanel } from '../tsvb/over-time.ts';
import { choicesOf } from './choices.ts';

const words = markdown(
  'agents-side-words',
  'How to read this',
  `**Could agents take calls, and what do they say of them?** Checks run before the first call; *failed* means that a call would not have
worked, *limited* that it would, by a detour or badly. Troubles are what kept a signed-in agent from the next call, each once, when it
began. Warnings and reports are those of calls: a report is *measured* where the figures were poor or fair or the page warned of the same.`,
);

const choices = choicesOf('agents-side', 'softphone-calls', ['site', 'agent', 'routingProfile', 'level1']);
const sites = splitOf('site');

/** For those who look after agents and their computers. */
export const agentsSide = dashboard({
  id: 'softphone-agents-side',
  title: 'Softphone quality: The agents’ side',
  description: 'Checks before the first call, what kept agents from the next one, warnings and reports.',
  rows: [
    {
      height: 8,
      panels: [
        [words, 28],
        [choices, 20],
      ],
    },
    {
      height: 6,
      panels: [checksFailed, checksLimited, troubles, confirmedReports].map((its) => [oneFigure(its), 12]),
    },
    {
      height: 12,
      panels: [
        [overTimePanel('checks-over-time', 'Checks that did not pass', [checksFailed, checksLimited]), 24],
        [splitOverTimePanel(troubles, splitOf('trouble')), 24],
      ],
    },
    {
      height: 13,
      panels: [
        [measureTable('faults', 'What did not pass', [checksRun], splitOf('fault')), 16],
        [
          measureTable('checks-by-site', 'Checks by site', [checksRun, checksFailed, checksLimited], sites),
          16,
        ],
        [measureTable('troubles-by-site', 'Troubles by site', [troubles], sites), 16],
      ],
    },
    {
      height: 13,
      panels: [
        [
          measureTable('warnings-by-kind', 'Calls by warning', [warnedCalls, warnedPoor], splitOf('warning')),
          16,
        ],
        [
          measureTable(
            'warnings-by-site',
            'Warnings by site',
            [calls, warnedCalls, dismissedCalls, poorCalls],
            sites,
          ),
          16,
        ],
        [
          measureTable(
            'reports-by-symptom',
            'Reports beside figures',
            [reportedCalls, reportedMeasured, reportedGood],
            splitOf('symptom'),
          ),
          16,
        ],
      ],
    },
  ],
});
