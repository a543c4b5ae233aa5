import { bucketFields, bucketOf } from './buckets.ts';
import type { CallWindow } from './call-window.ts';
import type { QualityLimits } from './limits.ts';
import { packetsLostPercent } from './loss.ts';
import { isBeyond } from './rating.ts';
import { round } from './statistics.ts';
import { type WindowFigure, windowBuckets, windowFigures } from './window-buckets.ts';

/**
 * One figure over a call's windows: only counts and a sum, so that averages, shares over a limit, percentiles and
 * distributions over the windows of many calls are sums over the calls. A count of none is absent.
 */
export type FigureOfWindows = {
  /** Windows with the figure, of those that could be judged: in 20 packets one lost is 5 %, and says nothing. */
  readonly count: number;
  /** Of the windows' averages. */
  readonly sum: number;
  /** Windows beyond the deployment's limit for fair; the poor ones are among them. */
  readonly fairOrWorse?: number;
  readonly poor?: number;
  /** By the fields of `windowBuckets`. */
  readonly buckets: Readonly<Record<string, number>>;
};

export type FiguresOfWindows = Readonly<Partial<Record<WindowFigure, FigureOfWindows>>>;

/** Counts the windows of one direction, figure by figure. One that no window has is absent. */
export function countWindows(windows: readonly CallWindow[], limits: QualityLimits): FiguresOfWindows {
  const judged = windows.filter(({ rating }) => rating !== 'unclassified');
  const entries = windowFigures.flatMap((figure) => {
    const values = judged.map(figureOf[figure]).filter((value) => value !== undefined);
    return values.length > 0 ? [[figure, countFigure(figure, values, limits)] as const] : [];
  });
  return Object.fromEntries(entries);
}

const figureOf: Readonly<Record<WindowFigure, (window: CallWindow) => number | undefined>> = {
  mos: ({ mos }) => mos?.avg,
  packetsLostPercent: lossOf,
  roundTripTimeMillis: ({ roundTripTimeMillis }) => roundTripTimeMillis?.avg,
  jitterMillis: ({ jitterMillis }) => jitterMillis?.avg,
};

/** As the window's own document has it, rounded too: what is counted here can be counted again there. */
function lossOf({ streamType, packetsLost, packetsCount }: CallWindow): number | undefined {
  if (packetsLost === undefined || packetsCount === undefined) return undefined;
  const percent = packetsLostPercent(streamType, packetsLost, packetsCount);
  return percent === undefined ? undefined : round(percent);
}

function countFigure(
  figure: WindowFigure,
  values: readonly number[],
  { fair, poor }: QualityLimits,
): FigureOfWindows {
  const isPoor = (value: number) => isBeyond(figure, value, poor);
  const fairOrWorse = values.filter((value) => isPoor(value) || isBeyond(figure, value, fair)).length;
  const poorOnes = values.filter(isPoor).length;
  return {
    count: values.length,
    sum: round(values.reduce((sum, value) => sum + value, 0)),
    ...(fairOrWorse > 0 ? { fairOrWorse } : {}),
    ...(poorOnes > 0 ? { poor: poorOnes } : {}),
    buckets: countBuckets(figure, values),
  };
}

function countBuckets(figure: WindowFigure, values: readonly number[]): Record<string, number> {
  const fields = bucketFields(windowBuckets[figure]);
  const counts = new Array<number>(fields.length).fill(0);
  for (const value of values) {
    const bucket = bucketOf(windowBuckets[figure], value);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return Object.fromEntries(
    fields.map((field, i) => [field, counts[i] ?? 0] as const).filter(([, n]) => n > 0),
  );
}
