/** A stretch of time, in epoch milliseconds; both ends included. */
export type Stretch = { readonly from: number; readonly to: number };

export const hourMillis = 3_600_000;

export const iso = (at: number) => new Date(at).toISOString();

/** A call that began longer before a stretch than this lies outside of it. */
const longestCallMillis = 4 * hourMillis;

/** When calls began that lie in a stretch, as the bounds of a range. */
export function beginningsIn({ from, to }: Stretch): { readonly gte: string; readonly lte: string } {
  return { gte: iso(from - longestCallMillis), lte: iso(to) };
}
