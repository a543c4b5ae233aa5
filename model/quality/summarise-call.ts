import type { CallWindow } from './call-window.ts';
import { countWindows, type FiguresOfWindows } from './count-windows.ts';
import type { QualityLimits } from './limits.ts';
import { packetsLostPercent } from './loss.ts';
import type { Rating } from './rating.ts';
import type { StreamType } from './sample.ts';
import { round } from './statistics.ts';

export type RatedSeconds = Readonly<Record<Rating, number>>;

/** One direction of a call, or both together. A figure nobody measured is absent. */
export type DirectionSummary = {
  readonly windows: number;
  readonly seconds: RatedSeconds;
  /** Share of the classified seconds that were poor; absent where nothing could be classified. */
  readonly poorPercent?: number;
  readonly rating: Rating;
  readonly ratingReasons: readonly string[];
  readonly mos?: { readonly avg: number; readonly min: number };
  readonly packetsLost?: number;
  readonly packetsCount?: number;
  readonly packetsLostPercent?: number;
  readonly roundTripTimeMillis?: { readonly avg: number; readonly max: number };
  readonly jitterMillis?: { readonly avg: number; readonly max: number };
  readonly silentSeconds?: number;
  readonly concealedPercent?: { readonly avg: number; readonly max: number };
  /** What the windows of many calls come to is a sum over these. */
  readonly ofWindows: FiguresOfWindows;
};

/** Summarises the windows of one direction; averages are weighted by the windows' seconds. */
export function summariseDirection(
  streamType: StreamType,
  all: readonly CallWindow[],
  limits: QualityLimits,
): DirectionSummary {
  const windows = all.filter((window) => window.streamType === streamType);
  const lost = sum(windows.map((window) => window.packetsLost));
  const count = sum(windows.map((window) => window.packetsCount));
  const percent =
    lost === undefined || count === undefined ? undefined : packetsLostPercent(streamType, lost, count);
  const mos = weighted(windows, (window) => window.mos?.avg);
  const worstMos = Math.min(...windows.flatMap((window) => window.mos?.min ?? []));
  const silent = sum(windows.map((window) => window.silentSeconds));
  const rtt = average(windows, (window) => window.roundTripTimeMillis);
  const jitter = average(windows, (window) => window.jitterMillis);
  const concealed = average(windows, (window) => window.concealedPercent);
  return {
    windows: windows.length,
    ...judge(windows, limits),
    ...(mos === undefined ? {} : { mos: { avg: round(mos), min: worstMos } }),
    ...(lost === undefined ? {} : { packetsLost: lost }),
    ...(count === undefined ? {} : { packetsCount: count }),
    ...(percent === undefined ? {} : { packetsLostPercent: round(percent) }),
    ...(rtt ? { roundTripTimeMillis: rtt } : {}),
    ...(jitter ? { jitterMillis: jitter } : {}),
    ...(silent === undefined ? {} : { silentSeconds: silent }),
    ...(concealed ? { concealedPercent: concealed } : {}),
    ofWindows: countWindows(windows, limits),
  };
}

/** The rated seconds of some windows, and what they come to: poor or fair from the limit's share of time on. */
export function judge(
  windows: readonly CallWindow[],
  limits: QualityLimits,
): Pick<DirectionSummary, 'seconds' | 'poorPercent' | 'rating' | 'ratingReasons'> {
  const seconds = { good: 0, fair: 0, poor: 0, unclassified: 0 };
  for (const window of windows) seconds[window.rating] += window.seconds;
  const classified = seconds.good + seconds.fair + seconds.poor;
  if (classified === 0)
    return { seconds, rating: 'unclassified', ratingReasons: reasonsOf(windows, 'unclassified') };
  const share = (part: number) => (100 * part) / classified;
  const rating = rate(share(seconds.poor), share(seconds.fair), limits);
  return {
    seconds,
    poorPercent: round(share(seconds.poor)),
    rating,
    ratingReasons: reasonsOf(windows, rating),
  };
}

function rate(poorPercent: number, fairPercent: number, limits: QualityLimits): Rating {
  if (poorPercent >= limits.poorCallPercent) return 'poor';
  return poorPercent + fairPercent >= limits.poorCallPercent ? 'fair' : 'good';
}

function reasonsOf(windows: readonly CallWindow[], rating: Rating): string[] {
  if (rating === 'good') return [];
  const asBad = windows.filter((w) => w.rating === rating || (rating === 'fair' && w.rating === 'poor'));
  return [...new Set(asBad.flatMap((window) => window.ratingReasons))].sort();
}

function average(
  windows: readonly CallWindow[],
  of: (window: CallWindow) => { avg: number; max: number } | undefined,
): { avg: number; max: number } | undefined {
  const avg = weighted(windows, (window) => of(window)?.avg);
  if (avg === undefined) return undefined;
  return { avg: round(avg), max: Math.max(...windows.flatMap((window) => of(window)?.max ?? [])) };
}

function weighted(windows: readonly CallWindow[], of: (window: CallWindow) => number | undefined) {
  let total = 0;
  let weight = 0;
  for (const window of windows) {
    const value = of(window);
    if (value === undefined) continue;
    total += value * window.seconds;
    weight += window.seconds;
  }
  return weight === 0 ? undefined : total / weight;
}

function sum(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value): value is number => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, value) => total + value, 0);
}
