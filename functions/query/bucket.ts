/** One bucket of an aggregation's answer, or the answer itself. */
export type Bucket = { readonly [key: string]: unknown };

/** What a path leads to within a bucket, as a number; null where there is none (an average of nothing is null). */
export function numberAt(bucket: Bucket, ...path: readonly string[]): number | null {
  const value = at(bucket, path);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The documents in a bucket, or in the filter aggregation of that name within it. */
export function countAt(bucket: Bucket, ...path: readonly string[]): number {
  return numberAt(bucket, ...path, 'doc_count') ?? 0;
}

/** The buckets of the aggregation of that name; none where the search found no index. */
export function bucketsAt(bucket: Bucket, ...path: readonly string[]): readonly Bucket[] {
  const buckets = at(bucket, [...path, 'buckets']);
  return Array.isArray(buckets) ? buckets.filter(isBucket) : [];
}

/** A bucket within a bucket. */
export function bucketAt(bucket: Bucket, name: string): Bucket {
  const inner = bucket[name];
  return isBucket(inner) ? inner : {};
}

function at(bucket: Bucket, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isBucket(inner) ? inner[key] : undefined), bucket);
}

function isBucket(value: unknown): value is Bucket {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
