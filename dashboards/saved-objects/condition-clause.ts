import type { Condition } from '../measures/measure.ts';

/** A condition in the search service's own language, for the pictures that ask it themselves. */
export function conditionClause({ field, is, below, atLeast }: Condition): object {
  if (is) return { terms: { [field]: is } };
  if (below === undefined && atLeast === undefined) return { exists: { field } };
  return { range: { [field]: { gte: atLeast, lt: below } } };
}
