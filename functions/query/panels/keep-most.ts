import { type Bucket, countAt } from '../bucket.ts';
import type { Groups } from './grouping.ts';

/**
 * The groups with the most of what is counted, those with as much by their names, and the one of no known value.
 *
 * @param counted `_count`, or the name of a filter aggregation within each bucket
 */
export function keepMost(groups: Groups, counted: string, most: number): Groups {
  const unknown = groups.get(null);
  const named = [...groups].filter(([key]) => key !== null);
  const countOf = (bucket: Bucket) => (counted === '_count' ? countAt(bucket) : countAt(bucket, counted));
  const sorted = named.sort(([, a], [, b]) => countOf(b) - countOf(a) || compare(a.key, b.key));
  return new Map([...sorted.slice(0, most), ...(unknown ? [[null, unknown] as const] : [])]);
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}
