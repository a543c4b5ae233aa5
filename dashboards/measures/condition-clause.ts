import type { Condition } from './measure.ts';

/** A measure's condition in the search service's own language. */
export function conditionClause({ field, is, below, atLeast }: Condition): Readonly<Record<string, unknown>> {
  if (is) return { terms: { [field]: is } };
  if (below === undefined && atLeast === undefined) return { exists: { field } };
  const upper = below === undefined ? {} : { lt: below };
  return { range: { [field]: { ...(atLeast === undefined ? {} : { gte: atLeast }), ...upper } } };
}
