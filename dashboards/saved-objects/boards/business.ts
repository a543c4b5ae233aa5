import type { Dimension } from '../../../model/query/dimension.ts';
import {
  calls,
  missedCalls,
  poorCalls,
  setupFailures,
  shortCalls10,
  shortCalls30,
  shortCalls60,
  unclassifiedCalls,
} from '../../measures/calls.ts';
import { windowMeasures } from '../../measures/windows.ts';
import { countOf, overTime, valuesOf } from '../bars/aggregation.ts';
import { bars } from '../bars/bars.ts';
import { dashboard, type Row } from '../dashboard.ts';
import { markdown } from '../markdown.ts';
import { splitOf } from '../split-field.ts';
import { ratingColours } from '../tsvb/colours.ts';
import { measureTable } from '../tsvb/measure-table.ts';
import { oneFigure } from '../tsvb/one-figure.ts';
import { overTimePanel } from '../tsvb/over-time.ts';
import { worstFirstPanel } from '../tsvb/worst-first.ts';
import { choicesOf } from './choices.ts';

const dimensions = [
  'queue',
  'routingProfile',
  'level1',
  'level2',
  'level3',
  'level4',
  'level5',
] as const satisfies readonly Dimension[];

const words = markdown(
  'business-words',
  'How to read this',
  `**Which queue, routing profile or team has bad calls?** A call is *poor* if at least a tenth of it sounded poor in
either direction, or if it could not be set up. Bars are coloured from where on the figure is fair and poor; the lines
in the picture stand there too. Calls with too little audio to judge count as neither good nor poor.
A share of few calls says little: see how many there were. Point at a panel's ⓘ for what its figures mean.`,
);

const choices = choicesOf('business', 'softphone-calls', dimensions);

const ratings = bars({
  id: 'ratings-over-time',
  title: 'Calls over time by rating (number)',
  description: 'How many calls were good, fair and poor, and of how many nobody can tell. Drag to zoom.',
  source: { kind: 'softphone-calls' },
  type: 'histogram',
  aggregations: [countOf('Calls'), overTime, valuesOf('group', 'rating', 'Rating')],
  colours: ratingColours,
});

const columns = [
  calls,
  poorCalls,
  unclassifiedCalls,
  missedCalls,
  setupFailures,
  shortCalls10,
  shortCalls30,
  shortCalls60,
  windowMeasures.roundTripTimeMillis.toAgent.overLimit,
  windowMeasures.packetsLostPercent.toAgent.overLimit,
  windowMeasures.packetsLostPercent.fromAgent.overLimit,
] as const;

function rowOf(dimension: (typeof dimensions)[number]): Row {
  const split = splitOf(dimension);
  const table = measureTable(`calls-by-${split.id}`, `Calls by ${split.inTitle}`, columns, split);
  return {
    height: 13,
    panels: [
      [table, 34],
      [worstFirstPanel(poorCalls, split), 14],
    ],
  };
}

/** For those who answer for a queue or a team. */
export const business = dashboard({
  id: 'softphone-business',
  title: 'Softphone quality: Business',
  description: 'Calls and how they sounded by queue, routing profile and agent hierarchy.',
  rows: [
    {
      height: 7,
      panels: [
        [words, 24],
        [choices, 24],
      ],
    },
    { height: 6, panels: [calls, poorCalls, missedCalls, setupFailures].map((its) => [oneFigure(its), 12]) },
    {
      height: 12,
      panels: [
        [overTimePanel('poor-calls-over-time', 'Poor calls', [poorCalls]), 24],
        [ratings, 24],
      ],
    },
    ...dimensions.map(rowOf),
  ],
});
