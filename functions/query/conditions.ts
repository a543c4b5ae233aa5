import { conditionClause } from '../../dashboards/measures/condition-clause.ts';
import type { Condition } from '../../dashboards/measures/measure.ts';
import type { DatedKind } from '../../model/documents/kinds.ts';
import { notKnown, numericDimensions } from '../../model/query/dimension.ts';
import {
  type FilterName,
  filterFields,
  filterNames,
  filtersOfKind,
} from '../../model/query/documents-know.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { Clause } from './ask.ts';

/**
 * The filters as clauses. What a user chose is only ever a value of `term`, `terms` or `range`; the fields are ours.
 *
 * @param kind of the documents; filters that they know nothing of are left out
 */
export function clausesOf(kind: DatedKind, filters: Filters): Clause[] {
  return [during(filters.from, filters.to), ...narrowingOf(kind, filters)];
}

/** The same without the range of time. */
export function narrowingOf(kind: DatedKind, filters: Partial<Filters>): Clause[] {
  return filtersOfKind(kind).flatMap((name) => {
    const chosen = filters[name];
    return typeof chosen === 'boolean'
      ? [{ term: { [filterFields[name]]: chosen } }]
      : anyValue(filterFields[name], chosen, isNumeric(name) ? isNumber : undefined);
  });
}

/** The names of the filters that documents of a kind know nothing of. */
export function ignoredBy(kind: DatedKind, filters: Partial<Filters>): string[] {
  const known = filtersOfKind(kind);
  return filterNames.filter((name) => filters[name] !== undefined && !known.includes(name));
}

/** From an instant (included) until another (not included). */
export function during(from: string, to: string): Clause {
  return { range: { '@timestamp': { gte: from, lt: to } } };
}

/** A measure's condition as a clause. */
export const clauseOf: (condition: Condition) => Clause = conditionClause;

/** A query of clauses that all must hold; nothing is scored. */
export function allOf(clauses: readonly Clause[]): Clause {
  return { bool: { filter: clauses } };
}

/** The clauses that all must hold in a query that `allOf` wrote, and in those within it. */
export function clausesWithin(query: unknown): readonly Clause[] {
  const { bool, ...others } = (query ?? {}) as { readonly bool?: Clause };
  const { filter, ...rest } = bool ?? {};
  const isAllOf = Array.isArray(filter) && Object.keys(rest).length + Object.keys(others).length === 0;
  return isAllOf ? filter.flatMap(clausesWithin) : [query as Clause];
}

const isNumeric = (name: FilterName) => numericDimensions.some((numeric) => numeric === name);
const isNumber = (text: string) => /^\d{1,9}(\.\d{1,3})?$/.test(text);

/**
 * Any of the values that were chosen, of which an empty one stands for "not known"; no clause where none was.
 *
 * @param isPossible of a value: what the field cannot hold is not looked for, and so matches nothing
 */
export function anyValue(
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

/** A text that begins one of the fields; no clause where there is none. Ids and names are lower-case. */
export function beginsWith(fields: readonly string[], text: string | undefined): Clause[] {
  if (!text) return [];
  const value = text.toLowerCase();
  const should = fields.map((field) => ({ prefix: { [field]: { value } } }));
  return [{ bool: { should, minimum_should_match: 1 } }];
}
