/** A half hour with something to roll up: when it begins, in epoch milliseconds, and how much it is. */
export type HalfHour = { readonly at: number; readonly summaries: number };

/** Half hours of an index that are rolled up together. */
export type Stretch = {
  readonly index: string;
  readonly halfHours: readonly [number, ...number[]];
  /** Only summaries up to this sequence number. */
  readonly upTo: number;
};

/** Nights and small contact centres have many half hours with little in each: a search for each would take longer. */
const mostSummaries = 10_000;
const mostHalfHours = 48;

/** Puts neighbours together, as many as are no more work than a busy half hour. */
export function stretchesOf(index: string, upTo: number, halfHours: readonly HalfHour[]): Stretch[] {
  const stretches: { halfHours: [number, ...number[]]; summaries: number }[] = [];
  for (const { at, summaries } of halfHours) {
    const last = stretches.at(-1);
    if (last && last.summaries + summaries <= mostSummaries && last.halfHours.length < mostHalfHours) {
      last.halfHours.push(at);
      last.summaries += summaries;
    } else stretches.push({ halfHours: [at], summaries });
  }
  return stretches.map((stretch) => ({ index, halfHours: stretch.halfHours, upTo }));
}
