/** How wide the columns of a picture over time are. */
export type Interval = {
  /** As OpenSearch writes it. */
  readonly name: '1m' | '5m' | '15m' | '30m' | '1h' | '6h' | '1d' | '1w' | '1M';
  /** Roughly: a day with a change of clocks is longer or shorter. */
  readonly millis: number;
  /** Days, weeks and months follow the viewer's calendar, so a day may have 23 or 25 hours. */
  readonly calendar: boolean;
};

const minute = 60_000;
const day = 24 * 60 * minute;

const intervals: readonly Interval[] = [
  { name: '1m', millis: minute, calendar: false },
  { name: '5m', millis: 5 * minute, calendar: false },
  { name: '15m', millis: 15 * minute, calendar: false },
  { name: '1h', millis: 60 * minute, calendar: false },
  { name: '6h', millis: 360 * minute, calendar: false },
  { name: '1d', millis: day, calendar: true },
  { name: '1w', millis: 7 * day, calendar: true },
  { name: '1M', millis: 30 * day, calendar: true },
];

const widest: Interval = { name: '1M', millis: 30 * day, calendar: true };

/**
 * The narrowest interval with which a range has at most `most` columns.
 *
 * @param from start in epoch milliseconds
 * @param to end in epoch milliseconds
 */
export function chooseInterval(from: number, to: number, most: number): Interval {
  return intervals.find((interval) => (to - from) / interval.millis <= most) ?? widest;
}
