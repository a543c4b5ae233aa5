import type { Range } from './range.ts';

/**
 * The range of the columns that a stretch of time touches: what was clicked or dragged over in a picture.
 *
 * @param times when each column begins, ascending, in epoch milliseconds
 * @param end when the last one ends
 */
export function columnRange(
  times: readonly number[],
  end: number,
  from: number,
  to: number,
): Range | undefined {
  const first = Math.max(
    0,
    times.findLastIndex((time) => time <= from),
  );
  const last = times.findLastIndex((time) => time <= to);
  const [start, stop] = [times[first], times[last + 1] ?? end];
  if (start === undefined || last < 0 || stop <= start) return undefined;
  return { kind: 'fixed', from: new Date(start).toISOString(), to: new Date(stop).toISOString() };
}
