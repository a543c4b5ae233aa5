import * as z from 'zod';
import { type DatedKind, datedKinds } from '../documents/kinds.ts';

/** Ten years is nobody's idea of a retention. */
export const days = z.coerce.number().int().min(1).max(3650);

/** Where a kind's retention differs from the others'. */
export const retentionDaysByKind = z.partialRecord(z.enum(datedKinds), days);

export type Retention = {
  readonly retentionDays: number;
  readonly retentionDaysByKind?: Readonly<Partial<Record<DatedKind, number>>>;
};

/** How long documents of a kind are kept. */
export function daysOf({ retentionDays, retentionDaysByKind = {} }: Retention, kind: DatedKind): number {
  return retentionDaysByKind[kind] ?? retentionDays;
}

/** How long all documents of these kinds are kept. */
export function shortestDays(retention: Retention, kinds: readonly DatedKind[]): number {
  return Math.min(...kinds.map((kind) => daysOf(retention, kind)));
}

/** How long there is anything at all. */
export function longestDays(retention: Retention): number {
  return Math.max(...datedKinds.map((kind) => daysOf(retention, kind)));
}
