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

/**
 * Counts the windows of one direction, figure by figure. One that no window has is absent. In one pass, as a call counts
 * its windows anew with each of its messages.
 */
export function countWindows(windows: readonly CallWindow[], limits: QualityLimits): FiguresOfWindows {
  const judged = windows.filter(({ rating }) => rating !== 'unclassified');
  const counted: Partial<Record<WindowFigure, FigureOfWindows>> = {};
  for (const figure of windowFigures) {
    const found = countFigure(figure, judged, limits);
    if (found.count > 0) counted[figure] = found;
  }
  return counted;
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
  windows: readonly CallWindow[],
  limits: QualityLimits,
): FigureOfWindows {
  const buckets = new Array<number>(fieldsOf[figure].length).fill(0);
  let [count, sum, fairOrWorse, poor] = [0, 0, 0, 0];
  for (const window of windows) {
    const value = figureOf[figure](window);
    if (value === undefined) continue;
    const bucket = bucketOf(windowBuckets[figure], value);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    count++;
    sum += value;
    const isPoor = isBeyond(figure, value, limits.poor);
    if (isPoor) poor++;
    if (isPoor || isBeyond(figure, value, limits.fair)) fairOrWorse++;
  }
  return {
    count,
    sum: round(sum),
    ...(fairOrWorse > 0 ? { fairOrWorse } : {}),
    ...(poor > 0 ? { poor } : {}),
    buckets: named(fieldsOf[figure], buckets),
  };
}

const fieldsOf = Object.fromEntries(
  windowFigures.map((figure) => [figure, bucketFields(windowBuckets[figure])]),
) as Readonly<Record<WindowFigure, readonly string[]>>;

function named(fields: readonly string[], counts: readonly number[]): Record<string, number> {
  const filled: Record<string, number> = {};
  for (const [i, count] of counts.entries()) {
    if (count > 0) filled[fields[i] ?? ''] = count;
  }
  return filled;
}
