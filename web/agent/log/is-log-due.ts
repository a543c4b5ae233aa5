import type { WarningKind } from '../../../model/warnings/warning-kinds.ts';
import { type CallRecord, isOver } from '../../monitor/call-record.ts';

/** No sound, one way or both: what Amazon support is asked about. Loss and delay are told by figures. */
const withoutSound: ReadonlySet<WarningKind> = new Set([
  'nothingArrives',
  'nothingLeaves',
  'microphoneSilent',
  'callerSilent',
]);

/**
 * Whether the log of a call is to be sent now: its agent reports a problem, its set-up failed or its agent was warned of no
 * sound, and either nothing of it was sent yet, or nothing since the call is over.
 */
export function isLogDue(record: CallRecord): boolean {
  const { failed, problem, warnings = [], log } = record;
  const wentWrong =
    failed ||
    problem?.symptoms.some(({ withdrawn }) => !withdrawn) ||
    warnings.some(({ kind, change }) => change === 'shown' && withoutSound.has(kind));
  return Boolean(wentWrong) && (log === undefined || (isOver(record) && !log.whole));
}
