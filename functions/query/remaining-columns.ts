import { type Bucket, bucketAt, bucketsAt, numberAt } from './bucket.ts';

/**
 * A histogram's columns without what some groups have in them: of counts that add up, what is left is the columns of
 * everything else, which then need not be asked for.
 *
 * @param whole the bucket with the histogram of that name of all that matches
 * @param groups buckets with the same histogram; none of what they count is counted by two of them
 * @returns a bucket with the histogram of the rest
 */
export function remainingColumns(whole: Bucket, groups: readonly Bucket[], name: string): Bucket {
  const parts = groups.flatMap((group) => bucketsAt(group, name));
  const buckets = bucketsAt(whole, name).map((column) =>
    without(
      column,
      parts.filter(({ key }) => key === column.key),
    ),
  );
  return { [name]: { buckets } };
}

function without(whole: Bucket, parts: readonly Bucket[]): Bucket {
  const { key, key_as_string: _, ...counts } = whole;
  const left = Object.keys(counts).map((name) => {
    const count = numberAt(whole, name);
    if (count !== null)
      return [name, parts.reduce((rest, part) => rest - (numberAt(part, name) ?? 0), count)];
    const inner = parts.map((part) => bucketAt(part, name));
    return [name, without(bucketAt(whole, name), inner)];
  });
  return { key, ...Object.fromEntries(left) };
}
