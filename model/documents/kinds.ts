/** How often a new index begins. */
export const rotations = ['daily', 'weekly', 'monthly'] as const;
export type Rotation = (typeof rotations)[number];

/** The dated indices: `<prefix>-<date>`. */
export const datedKinds = [
  'softphone-stream-stats',
  'softphone-calls',
  'softphone-call-reports',
  'softphone-api-metrics',
] as const;
export type DatedKind = (typeof datedKinds)[number];

/**
 * The index that a document belongs into: by the time it is about, before any correction of clocks, so that a repeat
 * of a message finds the document it repeats. Days are UTC days; weeks are named by their Monday.
 *
 * @param at the document's own start
 * @returns for example `softphone-calls-2026.11.21` (daily), `…-2026.11.16` (weekly), `…-2026.11` (monthly)
 */
export function indexName(kind: string, at: Date, rotation: Rotation): string {
  const day = (date: Date) => date.toISOString().slice(0, 10).replaceAll('-', '.');
  if (rotation === 'monthly') return `${kind}-${day(at).slice(0, 7)}`;
  if (rotation === 'daily') return `${kind}-${day(at)}`;
  const daysSinceMonday = (at.getUTCDay() + 6) % 7;
  return `${kind}-${day(new Date(at.getTime() - daysSinceMonday * 86_400_000))}`;
}

/** The kind of a dated index, as `softphone-calls` of `softphone-calls-2026.11.21`. */
export function kindOfIndex(index: string): string {
  return index.replace(/-\d{4}(\.\d\d){1,2}$/, '');
}
