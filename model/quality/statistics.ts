/** Figures over the measured values of a window; undefined where nothing was measured. */
export type Spread = { readonly avg: number; readonly max: number; readonly p95: number };

export function measured(values: readonly (number | null)[]): number[] {
  return values.filter((value): value is number => value !== null);
}

/** Arithmetic mean, or undefined of nothing. */
export function average(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Average, maximum and 95th percentile (nearest rank: always a value that was measured). */
export function spread(values: readonly number[]): Spread | undefined {
  const avg = average(values);
  if (avg === undefined) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? avg;
  return { avg: round(avg), max: round(sorted[sorted.length - 1] ?? avg), p95: round(p95) };
}

/** Rounds to three decimals: finer than any of the sources measures, and half the bytes on disk. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
