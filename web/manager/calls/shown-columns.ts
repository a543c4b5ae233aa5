/** What the list shows unless somebody chose otherwise: what fits a laptop. */
export const usualColumns: readonly string[] = [
  'startedAt',
  'rating',
  'agent',
  'queue',
  'site',
  'mos',
  'lossToAgent',
  'lossFromAgent',
  'roundTripTime',
  'jitter',
  'talkSeconds',
];

/** The row's heading leads to the call, so it is always there, and first. */
const fixed = 'startedAt';

/**
 * The columns that an address names, in its order; the usual ones where it names none that there are.
 *
 * @param known the ids of all columns
 */
export function readColumns(text: string | null, known: readonly string[]): readonly string[] {
  const named = [...new Set((text ?? '').split(','))].filter((id) => known.includes(id) && id !== fixed);
  return named.length > 0 ? [fixed, ...named] : usualColumns;
}

/** Columns as an address holds them; null for the usual ones. */
export function writeColumns(ids: readonly string[]): string | null {
  const text = ids.join(',');
  return text === usualColumns.join(',') ? null : text;
}
