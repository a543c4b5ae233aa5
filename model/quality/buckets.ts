/**
 * Ranges that figures are counted in. Counts of the same buckets add up over calls, agents and time, and a percentile
 * of the whole can be told from them.
 */
export type Buckets = {
  /** No figure is lower. */
  readonly least: number;
  /** Upper bounds, rising. A bound belongs to the bucket below it; a last bucket takes what is above them all. */
  readonly bounds: readonly number[];
  /** No figure is higher; absent where nothing says so. */
  readonly most?: number;
};

/** Which bucket a figure falls into: 0…`bounds.length`. */
export function bucketOf({ bounds }: Pick<Buckets, 'bounds'>, figure: number): number {
  const index = bounds.findIndex((bound) => figure <= bound);
  return index === -1 ? bounds.length : index;
}

/** The fields in which documents keep the buckets' counts, lowest first: `le100`, `le0_5` (a dot would nest), `above`. */
export function bucketFields({ bounds }: Pick<Buckets, 'bounds'>): readonly string[] {
  return [...bounds.map((bound) => `le${String(bound).replace('.', '_')}`), 'above'];
}
