import type { QualityLimits } from '../../model/quality/limits.ts';
import { type WindowFigure, windowBuckets } from '../../model/quality/window-buckets.ts';
import type { BucketCounts, Measure } from './measure.ts';

type Way = 'toAgent' | 'fromAgent';
const waysNames = { toAgent: 'to the agent', fromAgent: 'from the agent' } as const;

const figures = {
  roundTripTimeMillis: { id: 'roundTrip', name: 'Round trip', unit: 'milliseconds' },
  packetsLostPercent: { id: 'loss', name: 'Loss', unit: 'percent' },
  jitterMillis: { id: 'jitter', name: 'Jitter', unit: 'milliseconds' },
  mos: { id: 'mos', name: 'MOS', unit: 'mos' },
} as const satisfies Record<WindowFigure, object>;

/**
 * Windows are 30 seconds of one direction; each call keeps counts of its own. One that could not be judged does not
 * count, and a call's windows count when the call began.
 */
const ofWindows = {
  index: 'softphone-calls',
  restsOn: 'half minutes',
  minimumCount: 100,
} as const;

/** What there is to say of one figure in one direction. */
export type WindowMeasures = {
  readonly median: Measure;
  /** The 95th percentile, or the 5th of a figure of which more is better. */
  readonly worst: Measure;
  readonly overLimit: Measure;
  readonly counts: BucketCounts;
};

/** By figure and direction. */
export const windowMeasures: Readonly<Record<WindowFigure, Readonly<Record<Way, WindowMeasures>>>> = {
  roundTripTimeMillis: bothWays('roundTripTimeMillis'),
  packetsLostPercent: bothWays('packetsLostPercent'),
  jitterMillis: bothWays('jitterMillis'),
  mos: bothWays('mos'),
};

function bothWays(figure: WindowFigure): Record<Way, WindowMeasures> {
  return { toAgent: measuresOf(figure, 'toAgent'), fromAgent: measuresOf(figure, 'fromAgent') };
}

function measuresOf(figure: WindowFigure, way: Way): WindowMeasures {
  const { id, name, unit } = figures[figure];
  const places = { id: `${id}${way === 'toAgent' ? 'ToAgent' : 'FromAgent'}`, way: waysNames[way] };
  const isMos = figure === 'mos';
  const field = `${way}.ofWindows.${figure}`;
  const counts: BucketCounts = { field: `${field}.buckets`, buckets: windowBuckets[figure] };
  const better = isMos ? 'higher' : 'lower';
  const limits = ({ fair, poor }: QualityLimits) => ({ fair: fair[figure], poor: poor[figure] });
  const percentile = (percentile: number) => ({ kind: 'bucketPercentile', counts, percentile }) as const;
  const estimated = 'Over half minutes of audio; estimated from how many fell into which range.';
  return {
    counts,
    median: {
      ...ofWindows,
      id: `${places.id}Median`,
      name: `${name} ${places.way}, median`,
      means: `Half of the time it was at most this. ${estimated}`,
      formula: percentile(50),
      unit,
      better,
      limits,
    },
    worst: {
      ...ofWindows,
      id: `${places.id}${isMos ? 'P5' : 'P95'}`,
      name: `${name} ${places.way}, ${isMos ? '5 % below' : '95 % within'}`,
      means: `${isMos ? 'A twentieth of the time it was at most this.' : '19 twentieths of the time it was at most this.'} ${estimated}`,
      formula: percentile(isMos ? 5 : 95),
      unit,
      better,
      limits,
    },
    overLimit: {
      ...ofWindows,
      id: `${places.id}OverLimit`,
      name: `${name} ${places.way}, ${isMos ? 'below' : 'over'} the limit`,
      means: `Half minutes of audio that were not good by this figure, in percent of those in which it was measured and that had enough audio to judge.`,
      formula: {
        kind: 'ratio',
        over: `${field}.fairOrWorse`,
        under: [`${field}.count`],
        times: 100,
        restsOn: `${field}.count`,
      },
      unit: 'percent',
      better: 'lower',
    },
  };
}
