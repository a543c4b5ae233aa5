import type { Condition, FieldCondition } from './measure.ts';

type Clause = Readonly<Record<string, unknown>>;

/** A measure's condition in the search service's own language. */
export function conditionClause(condition: Condition): Clause {
  if ('anyOf' in condition)
    return { bool: { should: condition.anyOf.map(conditionClause), minimum_should_match: 1 } };
  if ('allOf' in condition) return { bool: { filter: condition.allOf.map(conditionClause) } };
  return 'not' in condition
    ? { bool: { must_not: [conditionClause(condition.not)] } }
    : fieldClause(condition);
}

function fieldClause({ field, is, below, atLeast }: FieldCondition): Clause {
  if (is) return { terms: { [field]: is } };
  if (below === undefined && atLeast === undefined) return { exists: { field } };
  const upper = below === undefined ? {} : { lt: below };
  return { range: { [field]: { ...(atLeast === undefined ? {} : { gte: atLeast }), ...upper } } };
}
