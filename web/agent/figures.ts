import { packetsLostPercent } from '../../model/quality/loss.ts';
import type { Sample, StreamType } from '../../model/quality/sample.ts';
import { spreadReportedLoss } from '../../model/quality/spread-reported-loss.ts';
import type { DirectionView } from '../monitor/call-view.ts';

/** A figure as it is written; undefined where nothing was measured: that is no 0. */
export function written(value: number | undefined, unit: string, decimals = 0): string | undefined {
  if (value === undefined) return undefined;
  if (value === 0) return `0 ${unit}`;
  const least = 10 ** -decimals;
  return `${Math.abs(value) < least ? `< ${least}` : value.toFixed(decimals)} ${unit}`;
}

/** A mean opinion score as it is written. */
export function writtenScore(mos: number | undefined): string {
  return mos === undefined ? '–' : mos.toFixed(1);
}

/** Percent of each second's packets that were lost, over several windows of a direction; null where it was not measured. */
export function lossOfSeconds(
  side: 'toAgent' | 'fromAgent',
  views: readonly (DirectionView | undefined)[],
): (number | null)[] {
  const told = views.flatMap((view) => view?.samples ?? []);
  if (side === 'toAgent') return told.map((sample) => lossOfSecond('audio_input', sample));
  return spreadReportedLoss(told).map((sample) => lossOfSecond('audio_output', sample));
}

function lossOfSecond(streamType: StreamType, { packetsLost, packetsCount }: Sample): number | null {
  if (packetsLost === null || packetsCount === null) return null;
  return packetsLostPercent(streamType, packetsLost, packetsCount) ?? null;
}

/** One value per second over several windows. */
export function secondsOf(
  views: readonly (DirectionView | undefined)[],
  value: (sample: Sample) => number | null,
): (number | null)[] {
  return views.flatMap((view) => view?.samples.map(value) ?? []);
}

/** Minutes and seconds. */
export function clockTime(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
