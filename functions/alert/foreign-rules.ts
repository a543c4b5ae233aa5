import * as z from 'zod';
import { faultsOfRule } from '../../dashboards/alerts/rule-faults.ts';
import { type AlertRule, alertRule } from '../../model/alerts/rule.ts';
import type { ForeignRule } from '../../model/query/alerts.ts';

/** What any version's rule has, as far as this one can tell. */
const named = z.object({ id: z.string().optional(), name: z.string().optional() });
const longestName = 100;

/** A stored rule, if this version can read and watch it: another one may know other kinds, fields and measures. */
export function understood(stored: unknown): AlertRule | undefined {
  const rule = alertRule.safeParse(stored).data;
  return rule && faultsOfRule(rule).length === 0 ? rule : undefined;
}

/** Of all that is stored, in its order, what this version does not understand. */
export function foreignOf(all: readonly unknown[]): ForeignRule[] {
  return all.flatMap((its, place) => {
    if (understood(its)) return [];
    const { id, name } = namesOf(its);
    return [{ place, name: (name || id || `Rule ${place + 1}`).slice(0, longestName) }];
  });
}

/** The ids that they take. */
export function idsOfForeign(all: readonly unknown[]): string[] {
  return all.flatMap((its) => (understood(its) ? [] : (namesOf(its).id ?? [])));
}

/**
 * The rules together with what is not understood of those that were stored: each behind the rule that it was behind, or,
 * where that is gone, behind the one before that.
 */
export function withForeign(rules: readonly AlertRule[], before: readonly unknown[]): unknown[] {
  const behind = new Map<string | undefined, unknown[]>();
  let last: string | undefined;
  for (const its of before) {
    const rule = understood(its);
    if (!rule) behind.set(last, [...(behind.get(last) ?? []), its]);
    else if (rules.some(({ id }) => id === rule.id)) last = rule.id;
  }
  return [
    ...(behind.get(undefined) ?? []),
    ...rules.flatMap((rule) => [rule, ...(behind.get(rule.id) ?? [])]),
  ];
}

function namesOf(its: unknown): z.infer<typeof named> {
  return named.safeParse(its).data ?? {};
}
