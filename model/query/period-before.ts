import { fromWallClock, toWallClock } from './zone.ts';

const week = 7 * 86_400_000;

/**
 * The period that a range is compared with: by the viewer's clocks the same times, as few whole weeks earlier as keep
 * the two apart. So an hour, a day or a week is compared with the same one of last week, and a month with as many of
 * each weekday: a Monday beside the Sunday before would tell of the weekend, not of a change.
 */
export function periodBefore<Range extends { from: string; to: string; zone: string }>(range: Range): Range {
  const start = toWallClock(range.zone, Date.parse(range.from));
  const end = toWallClock(range.zone, Date.parse(range.to));
  const back = Math.max(1, Math.ceil((end - start) / week)) * week;
  const from = fromWallClock(range.zone, start - back);
  const to = Math.min(fromWallClock(range.zone, end - back), Date.parse(range.from));
  // A quarter of an hour that the clocks skipped then has no length: it is taken by UTC's clocks.
  const isEmpty = to <= from;
  return {
    ...range,
    from: new Date(isEmpty ? Date.parse(range.from) - back : from).toISOString(),
    to: new Date(isEmpty ? Date.parse(range.to) - back : to).toISOString(),
  };
}
