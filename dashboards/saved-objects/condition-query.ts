import type { Condition, FieldCondition } from '../measures/measure.ts';

/** Conditions that must all hold, in DQL, the language of Dashboards' queries; empty where there are none. */
export function conditionQuery(conditions: readonly Condition[]): string {
  return conditions.map(queryOf).join(' and ');
}

function queryOf(condition: Condition): string {
  if ('anyOf' in condition) return `(${condition.anyOf.map(queryOf).join(' or ')})`;
  if ('allOf' in condition) return `(${conditionQuery(condition.allOf)})`;
  return 'not' in condition ? `not (${queryOf(condition.not)})` : queryOfField(condition);
}

function queryOfField({ field, is, below, atLeast }: FieldCondition): string {
  if (is) return oneOf(field, is);
  const bounds = [
    ...(atLeast === undefined ? [] : [`${field} >= ${atLeast}`]),
    ...(below === undefined ? [] : [`${field} < ${below}`]),
  ];
  return bounds.length === 0 ? `${field}: *` : bounds.join(' and ');
}

function oneOf(field: string, values: readonly (string | boolean)[]): string {
  const [first, ...more] = values.map((value) => (typeof value === 'string' ? `"${value}"` : String(value)));
  return more.length === 0 ? `${field}: ${first}` : `${field}: (${[first, ...more].join(' or ')})`;
}
