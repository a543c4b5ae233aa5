import type { Stretch } from '../wfm/interval.ts';

const minuteMillis = 60_000;
const hourMillis = 60 * minuteMillis;
/** So that a stretch has few pages, and what is read of it counts although the next one fails. */
const longestStretchMillis = 24 * hourMillis;
/** Whoever polls for the first time after weeks begins here: a stretch is many requests. Connect keeps 3 months. */
const mostBackMillis = 14 * 24 * hourMillis;

export type Settling = {
  readonly intervalMinutes: number;
  /** For how long after its end an interval is read again. */
  readonly settleHours: number;
};

/** The last begin of an interval at an instant or before, both in epoch milliseconds. */
export function startOfMetricInterval(at: number, intervalMinutes: number): number {
  const millis = intervalMinutes * minuteMillis;
  return Math.floor(at / millis) * millis;
}

/**
 * What has to be read now: all intervals that are over and may have changed since they were read last, the oldest first,
 * as stretches of at most a day. Pure.
 *
 * @param settledThrough until when all is settled; undefined where nothing was ever read
 */
export function unsettled(
  now: number,
  settledThrough: number | undefined,
  { intervalMinutes, settleHours }: Settling,
): readonly Stretch[] {
  const floor = (at: number) => startOfMetricInterval(at, intervalMinutes);
  const to = floor(now);
  const first = settledThrough ?? now - settleHours * hourMillis;
  const stretches: Stretch[] = [];
  for (let from = floor(Math.max(first, now - mostBackMillis)); from < to; from += longestStretchMillis) {
    stretches.push({ from, to: Math.min(from + longestStretchMillis, to) });
  }
  return stretches;
}

/**
 * Until when all is settled once a stretch was read whole: what had ended long enough before it was asked for. Pure.
 *
 * @param askedAt when its reading began, in epoch milliseconds
 */
export function settledBy({ to }: Stretch, askedAt: number, its: Settling): number {
  const old = startOfMetricInterval(askedAt - its.settleHours * hourMillis, its.intervalMinutes);
  return Math.min(to, old);
}
