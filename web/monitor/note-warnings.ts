import { mostWarnings, type WarningChange, type WarningKind } from '../../model/warnings/warning-kinds.ts';
import { type CallRecord, isOver } from './call-record.ts';

/**
 * What is raised and cleared adds to what is known of the call. Every tab watches the call for itself, so only what has
 * changed for this one counts, and nothing that another has noted already. What the agent has dismissed stays away for
 * the rest of the call.
 *
 * @param before what was raised for this tab, `after` what is now
 */
export function noteWarnings(
  record: CallRecord,
  before: readonly WarningKind[],
  after: readonly WarningKind[],
  now: number,
): CallRecord {
  if (isOver(record)) return record;
  const isNew = (kind: WarningKind) => (lastChange(record, kind) ?? 'cleared') === 'cleared';
  const isShown = (kind: WarningKind) => lastChange(record, kind) === 'shown';
  const raised = after.filter((kind) => !before.includes(kind) && isNew(kind));
  const over = before.filter((kind) => !after.includes(kind) && isShown(kind));
  const shown = raised.reduce((one, kind) => withChange(one, kind, 'shown', now), record);
  return over.reduce((one, kind) => withChange(one, kind, 'cleared', now), shown);
}

/** The agent has read it. */
export function noteDismissed(record: CallRecord, kind: WarningKind, now: number): CallRecord {
  return lastChange(record, kind) === 'shown' ? withChange(record, kind, 'dismissed', now) : record;
}

/** The warnings to show, the newest last; none of a call that is over. */
export function shownWarnings(record: CallRecord): WarningKind[] {
  return isOver(record) ? [] : kindsOf(record).filter((kind) => lastChange(record, kind) === 'shown');
}

/** Whether anything was shown that was not cleared; what was dismissed may still be so. */
export function isWarned(record: CallRecord): boolean {
  return kindsOf(record).some((kind) => lastChange(record, kind) !== 'cleared');
}

function kindsOf({ warnings }: CallRecord): WarningKind[] {
  return [...new Set(warnings?.map(({ kind }) => kind))];
}

function lastChange({ warnings }: CallRecord, kind: WarningKind): WarningChange | undefined {
  return warnings?.findLast((warning) => warning.kind === kind)?.change;
}

function withChange(record: CallRecord, kind: WarningKind, change: WarningChange, now: number): CallRecord {
  const { warnings = [] } = record;
  if (warnings.length >= mostWarnings) return record;
  return { ...record, warnings: [...warnings, { kind, change, at: new Date(now).toISOString() }] };
}
