/** What a figure must be: exactly so, or, of a percentile told from counts per range, somewhere within that range. */
export type Expected = {
  readonly restsOn: number;
  readonly value: number | null;
  /** How far off the value may be below and above. */
  readonly within?: { readonly least: number; readonly most: number };
};

/** A part of a whole, times 100. */
export function percentOf(part: number, whole: number): Expected {
  return { value: whole > 0 ? (100 * part) / whole : null, restsOn: whole };
}

/** A number of things. */
export function exactly(count: number): Expected {
  return { value: count, restsOn: count };
}

/** Each value counts alike; what was not measured does not count. */
export function meanOf(values: readonly (number | undefined)[]): Expected {
  const known = values.filter((value) => value !== undefined);
  return { value: known.length > 0 ? sum(known) / known.length : null, restsOn: known.length };
}

/** The nearest-rank percentile, and how far from it an estimate may be. */
export function percentileOf(
  values: readonly number[],
  percent: number,
  around: (truth: number) => { least: number; most: number },
): Expected {
  const sorted = [...values].sort((a, b) => a - b);
  const truth = sorted[Math.ceil((sorted.length * percent) / 100) - 1];
  if (truth === undefined) return { value: null, restsOn: 0 };
  return { value: truth, restsOn: values.length, within: around(truth) };
}

/** From the bound below to the bound above; beyond the last bound, as far as a figure of it goes. */
export function rangeAround(bounds: readonly number[], least: number, most: number) {
  return (truth: number) => ({
    least: bounds.findLast((bound) => bound < truth) ?? least,
    most: bounds.find((bound) => truth <= bound) ?? most,
  });
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
