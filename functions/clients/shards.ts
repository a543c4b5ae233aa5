import * as z from 'zod';

/** What an answer of the search service says of the shards that it asked. */
export const shards = z.object({
  total: z.number().optional(),
  successful: z.number().optional(),
  failed: z.number().optional(),
  failures: z.array(z.unknown()).optional(),
});
type Shards = z.infer<typeof shards>;

/**
 * Whether all of them have answered. Of those that are not there at all, because their node is away or they are just
 * being recovered, an answer tells no failure: they are only not among the successful ones (seen with OpenSearch 3.8:
 * `"total":2,"successful":1,"skipped":0,"failed":0`).
 */
export function allAnswered({
  total = 0,
  successful = total,
  failed = 0,
  failures = [],
}: Shards = {}): boolean {
  return successful >= total && failed === 0 && failures.length === 0;
}
