import type { CallLog } from '../../../model/messages/call-log.ts';
import type { CallRecord } from '../../monitor/call-record.ts';
import type { UnsentEnvelope } from '../../monitor/envelope.ts';
import { statsLetter } from '../../monitor/letters.ts';
import type { Letter } from '../../push/waiting.ts';

/** A part of what was logged in the minutes of a call. */
export function logLetter(envelope: UnsentEnvelope, record: CallRecord, log: CallLog): Letter {
  return statsLetter(`log:${record.contactId}:${log.part}`, envelope, record, { windows: [], log });
}
