import type { WindowFigure } from '../../model/quality/window-buckets.ts';
import { dimensions } from '../../model/query/dimension.ts';
import { calls } from '../measures/calls.ts';
import type { Measure } from '../measures/measure.ts';
import { type WindowMeasures, windowMeasures } from '../measures/windows.ts';
import type { Distribution, Page, Panel } from '../panels/panel.ts';

type Section = {
  /** Begins the ids of its panels. */
  readonly id: string;
  readonly name: string;
  readonly figure: WindowFigure;
  readonly means: string;
};

const sections: readonly Section[] = [
  {
    id: 'round-trip',
    name: 'Round trip',
    figure: 'roundTripTimeMillis',
    means: 'How long a packet takes there and back. Above 300 ms people start to talk over each other.',
  },
  {
    id: 'loss',
    name: 'Loss',
    figure: 'packetsLostPercent',
    means: 'Packets that never arrived. A percent is heard, five make it hard to follow.',
  },
  {
    id: 'jitter',
    name: 'Jitter',
    figure: 'jitterMillis',
    means: 'How unevenly packets arrive. What comes too late is as good as lost.',
  },
  {
    id: 'mos',
    name: 'MOS',
    figure: 'mos',
    means: 'How it sounded altogether, from 1 (unintelligible) to 4.4 (as good as telephony gets).',
  },
];

/** Round trip, loss, jitter and MOS over the windows of calls: what a network engineer looks at. */
export const technical: Page = {
  id: 'technical',
  title: 'Technical',
  means:
    'Round trip, loss, jitter and MOS in each direction: when, where and how often they were beyond the limits.',
  by: ['site', ...dimensions.filter((dimension) => dimension !== 'site')],
  panels: sections.flatMap(panelsOf),
};

function panelsOf({ id, name, figure, means }: Section): Panel[] {
  const { toAgent: to, fromAgent: from } = windowMeasures[figure];
  const both = (of: (measures: WindowMeasures) => Measure) => [of(to), of(from)];
  const percentiles = [...both(({ median }) => median), ...both(({ worst }) => worst)];
  const overLimit = both((measures) => measures.overLimit);
  const lower = name === 'MOS' ? 'MOS' : name.toLowerCase();
  return [
    {
      id: `${id}-figures`,
      section: name,
      title: name,
      means,
      kind: 'figures',
      measures: [...percentiles, ...overLimit],
    },
    {
      id: `${id}-over-time`,
      section: name,
      title: `${name} over time`,
      means: `The median, and what a twentieth of the time was worse than, in each direction.`,
      kind: 'overTime',
      measures: percentiles,
    },
    {
      id: `${id}-over-limit`,
      section: name,
      title: `Beyond the limit over time`,
      means: `How much of the audio was not good by its ${lower}, in each direction.`,
      kind: 'overTime',
      measures: overLimit,
    },
    {
      id: `${id}-groups`,
      section: name,
      title: `${name} by group`,
      means: `Where the ${lower} is bad: groups with the largest share of audio beyond the limit first.`,
      kind: 'breakdown',
      by: 'chosen',
      measures: [calls, ...percentiles, ...overLimit],
      orderBy: to.overLimit,
    },
    {
      id: `${id}-distribution`,
      section: name,
      title: `Distribution of the ${lower}`,
      means: 'How many half minutes of audio lie in which range, in each direction.',
      kind: 'distribution',
      series: [distribution('Audio to the agent', to), distribution('Audio from the agent', from)],
    },
    ...[to, from].map(
      (measures, i): Panel => ({
        id: `${id}-week-${i === 0 ? 'to' : 'from'}-agent`,
        section: name,
        title: `Beyond the limit by weekday and hour, ${i === 0 ? 'to' : 'from'} the agent`,
        means: 'When in the week, in the hours of your time zone.',
        kind: 'heatMap',
        measure: measures.overLimit,
      }),
    ),
  ];
}

function distribution(name: string, { median, counts }: WindowMeasures): Distribution {
  const { id, index, unit, restsOn } = median;
  return {
    id: id.replace('Median', ''),
    name,
    index,
    counts,
    unit: unit === 'count' || unit === 'seconds' ? 'percent' : unit,
    restsOn,
    judgedAs: median,
  };
}
