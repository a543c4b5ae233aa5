import type { WindowFigure } from '../../../model/quality/window-buckets.ts';
import { calls, poorCalls } from '../../measures/calls.ts';
import { windowMeasures } from '../../measures/windows.ts';
import { classesOf, countOf, overTime, valuesOf } from '../bars/aggregation.ts';
import { bars } from '../bars/bars.ts';
import { dashboard, type Row } from '../dashboard.ts';
import { markdown } from '../markdown.ts';
import { splitOf } from '../split-field.ts';
import { ratingColours } from '../tsvb/colours.ts';
import { measureTable } from '../tsvb/measure-table.ts';
import { overTimePanel, splitOverTimePanel } from '../tsvb/over-time.ts';
import { hourOfWeek } from '../vega/hour-of-week.ts';
import { choicesOf } from './choices.ts';

const words = markdown(
  'technical-words',
  'How to read this',
  `**What is wrong with the audio, in which direction, and when?** *To the agent* is what the agent hears, *from the
agent* what the customer hears. Loss, round trip and jitter make up the MOS (1 to 4.4; E-model, ITU-T G.107). A *window*
is 30 seconds of one direction. The thin lines stand where the figure is fair and poor. Where the library reports no
true jitter there is none here, not a small one.`,
);

const choices = choicesOf('technical', 'softphone-calls', ['queue', 'routingProfile', 'site', 'agent']);

const windowsByRating = bars({
  id: 'windows-by-mos',
  title: 'Windows of 30 s by MOS (number)',
  description:
    'How the windows spread: a second hump on the left is a group of calls with a fault of its own.',
  source: { kind: 'softphone-stream-stats' },
  type: 'histogram',
  aggregations: [countOf('Windows'), classesOf('mos.avg', 0.1, 'MOS'), valuesOf('group', 'rating', 'Rating')],
  colours: ratingColours,
});

const reasons = bars({
  id: 'reasons-over-time',
  title: 'Why windows of 30 s were not good (number)',
  description: 'Which figure was over its limit: loss, round trip, jitter or the MOS that they make up.',
  source: { kind: 'softphone-stream-stats', query: 'rating: ("fair" or "poor")' },
  type: 'histogram',
  aggregations: [countOf('Windows'), overTime, valuesOf('group', 'ratingReasons', 'Reason')],
});

const figures = ['mos', 'packetsLostPercent', 'roundTripTimeMillis', 'jitterMillis'] as const;
const names = {
  mos: 'MOS',
  packetsLostPercent: 'Loss',
  roundTripTimeMillis: 'Round trip',
  jitterMillis: 'Jitter',
} as const satisfies Record<WindowFigure, string>;

/** A figure's middle and its bad end, each direction apart; how often it was over the limit; by queue. */
function rowOf(figure: WindowFigure): Row {
  const { toAgent, fromAgent } = windowMeasures[figure];
  const both = [toAgent.median, toAgent.worst, fromAgent.median, fromAgent.worst] as const;
  const over = [toAgent.overLimit, fromAgent.overLimit] as const;
  const name = names[figure];
  return {
    height: 13,
    panels: [
      [overTimePanel(`${figure}-over-time`, name, both), 20],
      [overTimePanel(`${figure}-over-limit-over-time`, `${name} not good`, over), 14],
      [splitOverTimePanel(toAgent.worst, splitOf('queue')), 14],
    ],
  };
}

const columns = [
  calls,
  poorCalls,
  windowMeasures.mos.toAgent.worst,
  windowMeasures.mos.fromAgent.worst,
  windowMeasures.packetsLostPercent.toAgent.overLimit,
  windowMeasures.roundTripTimeMillis.toAgent.overLimit,
  windowMeasures.jitterMillis.toAgent.overLimit,
] as const;

const tables = (['browser', 'browserVersion', 'os', 'cpuCount', 'memory', 'streamsVersion'] as const).map(
  (dimension) => {
    const split = splitOf(dimension);
    return measureTable(`audio-by-${split.id}`, `Audio of calls by ${split.inTitle}`, columns, split);
  },
);

/** For those who find out what is wrong. */
export const technical = dashboard({
  id: 'softphone-technical',
  title: 'Softphone quality: Technical',
  description: 'MOS, loss, round trip and jitter over time, each direction apart; how they spread; devices.',
  rows: [
    {
      height: 8,
      panels: [
        [words, 20],
        [choices, 28],
      ],
    },
    {
      height: 13,
      panels: [
        [hourOfWeek(poorCalls), 26],
        [windowsByRating, 22],
      ],
    },
    ...figures.map(rowOf),
    { height: 12, panels: [[reasons, 48]] },
    ...[tables.slice(0, 2), tables.slice(2, 4), tables.slice(4)].map((pair) => ({
      height: 12,
      panels: pair.map((table) => [table, 24] as const),
    })),
  ],
});
