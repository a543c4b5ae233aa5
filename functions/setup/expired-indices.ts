import type { Rotation } from '../../model/documents/kinds.ts';

const dayMillis = 86_400_000;

export type DatedIndex = { readonly name: string; readonly rotation: Rotation | undefined };

/** The indices whose whole period is longer ago than the retention. Names without a date are never among them. */
export function expiredIndices(
  indices: readonly DatedIndex[],
  retentionDays: number,
  now: Date,
): readonly string[] {
  const oldest = now.getTime() - retentionDays * dayMillis;
  return indices
    .filter((index) => (periodEnd(index) ?? Number.POSITIVE_INFINITY) <= oldest)
    .map(({ name }) => name);
}

/** When the period that an index covers is over, in epoch milliseconds. */
function periodEnd({ name, rotation }: DatedIndex): number | undefined {
  const [, year, month, day] = /-(\d{4})\.(\d{2})(?:\.(\d{2}))?$/.exec(name) ?? [];
  if (!year || !month) return undefined;
  if (!day) return Date.UTC(Number(year), Number(month));
  const start = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // Who does not know must not delete early: a week is the longest that a name with a day can mean.
  return start + (rotation === 'daily' ? 1 : 7) * dayMillis;
}
