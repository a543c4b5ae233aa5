import { periodEnd } from '../../model/documents/dated-index.ts';

const dayMillis = 86_400_000;

/** The indices whose whole period is longer ago than the retention. Names without a date are never among them. */
export function expiredIndices(
  names: readonly string[],
  retentionDays: number,
  now: Date,
): readonly string[] {
  const oldest = now.getTime() - retentionDays * dayMillis;
  return names.filter((name) => (periodEnd(name) ?? Number.POSITIVE_INFINITY) <= oldest);
}
