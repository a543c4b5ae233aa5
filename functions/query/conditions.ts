import type { Condition } from '../../dashboards/measures/measure.ts';
import {
  type Dimension,
  dimensionFields,
  dimensions,
  notKnown,
  numericDimensions,
} from '../../model/query/dimension.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { Clause } from './ask.ts';

/**
 * The filters as clauses. What a user chose is only ever a value of `term`, `terms` or `range`; the fields are ours.
 *
 * @param known the dimensions that the documents have; filters by others are left out
 */
export function clausesOf(filters: Filters, known: readonly Dimension[] = dimensions): Clause[] {
  return [
    during(filters.from, filters.to),
    ...known.flatMap((dimension) =>
      anyOf(
        dimensionFields[dimension],
        filters[dimension],
        numericDimensions.includes(dimension) ? isNumber : undefined,
      ),
    ),
  ];
}

/** The filters that only calls have: their rating and what became of them. */
export function callClausesOf(filters: Filters): Clause[] {
  return [
    ...clausesOf(filters),
    ...anyOf('rating', filters.rating),
    ...(filters.missed === undefined ? [] : [{ term: { missed: filters.missed } }]),
    ...(filters.setupFailed === undefined ? [] : [{ term: { setupFailed: filters.setupFailed } }]),
  ];
}

/** From an instant (included) until another (not included). */
export function during(from: string, to: string): Clause {
  return { range: { '@timestamp': { gte: from, lt: to } } };
}

/** A measure's condition as a clause. */
export function clauseOf(condition: Condition): Clause {
  return condition.is
    ? { terms: { [condition.field]: condition.is } }
    : { exists: { field: condition.field } };
}

/** A query of clauses that all must hold; nothing is scored. */
export function allOf(clauses: readonly Clause[]): Clause {
  return { bool: { filter: clauses } };
}

/** @param isPossible of a value: what the field cannot hold is not looked for, and so matches nothing */
const isNumber = (text: string) => /^\d{1,9}(\.\d{1,3})?$/.test(text);

function anyOf(
  field: string,
  values: readonly string[] | undefined,
  isPossible = (_: string) => true,
): Clause[] {
  if (!values || values.length === 0) return [];
  const named = values.filter((value) => value !== notKnown);
  const among = { terms: { [field]: named.filter(isPossible) } };
  if (named.length === values.length) return [among];
  const missing = { bool: { must_not: [{ exists: { field } }] } };
  return [{ bool: { should: [...(named.length > 0 ? [among] : []), missing], minimum_should_match: 1 } }];
}
