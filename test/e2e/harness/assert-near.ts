/** Throws an Error that names the figure if it is unknown or further from `wanted` than `tolerance`. */
export function assertNear(
  what: string,
  actual: number | undefined,
  wanted: number,
  tolerance: number,
): void {
  if (actual !== undefined && Math.abs(actual - wanted) <= tolerance) return;
  throw new Error(`${what} is ${actual}: that is not within ${tolerance} of ${wanted}`);
}
