/** Columns `first` to `last`, both included. */
export type Stretch = { readonly first: number; readonly last: number; readonly sum: number };

/**
 * The run of neighbouring values with the largest sum (Kadane's algorithm): with "worse than usual" positive and
 * "better than usual" negative it is when a fault lasted. Undefined where nothing is positive.
 */
export function worstStretch(excess: readonly number[]): Stretch | undefined {
  let best: Stretch | undefined;
  let sum = 0;
  let first = 0;
  for (const [i, value] of excess.entries()) {
    if (sum <= 0) {
      sum = 0;
      first = i;
    }
    sum += value;
    if (sum > 0 && (!best || sum > best.sum)) best = { first, last: i, sum };
  }
  return best;
}
