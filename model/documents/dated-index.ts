/** How often a new index begins: finest first. */
export const rotations = ['daily', 'weekly', 'monthly'] as const;
export type Rotation = (typeof rotations)[number];

/**
 * The index that a document belongs into: by the time it is about, before any correction of clocks, so that a repeat
 * of a message finds the document it repeats. All by UTC. Each rotation has names of its own form, so that a name always
 * says which time it covers. Weeks begin on the 1st, 8th, 15th, 22nd and 29th: no week is in two months, so that of two
 * indices that cover the same time one always lies within the other (functions/ingest/index-choice.ts needs that).
 *
 * @param at the document's own start
 * @returns for example `softphone-calls-2026.11.21` (daily), `…-2026.11.w3` (weekly), `…-2026.11` (monthly)
 */
export function indexName(kind: string, at: Date, rotation: Rotation): string {
  const [year, month, day] = at.toISOString().slice(0, 10).split('-');
  const period = { daily: `.${day}`, weekly: `.w${Math.ceil(Number(day) / 7)}`, monthly: '' };
  return `${kind}-${year}.${month}${period[rotation]}`;
}

const datePattern = /-(?<year>\d{4})\.(?<month>\d{2})(?:\.(?:w(?<week>[1-5])|(?<day>\d{2})))?$/;

/** The kind of a dated index, as `softphone-calls` of `softphone-calls-2026.11.21`; of any other its own name. */
export function kindOfIndex(index: string): string {
  return index.replace(datePattern, '');
}

/** When the time that an index covers is over, in epoch milliseconds; undefined where its name has no date. */
export function periodEnd(index: string): number | undefined {
  const { year, month, week, day } = datePattern.exec(index)?.groups ?? {};
  if (!year) return undefined;
  const monthEnd = Date.UTC(Number(year), Number(month));
  const lastDay = day ? Number(day) : week ? Number(week) * 7 : 31;
  return Math.min(monthEnd, Date.UTC(Number(year), Number(month) - 1, lastDay + 1));
}
