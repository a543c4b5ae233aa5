import type { Call, CallEvent, CallWarning } from '../../model/messages/call.ts';
import type { CallProblem } from '../../model/messages/problem.ts';
import type { StreamType } from '../../model/quality/sample.ts';

/** What every message of a call repeats about the contact. */
export type ContactFacts = Omit<Call, 'contactId' | 'startedAt'>;

/**
 * What this browser knows of a call. Shared by its tabs and kept over reloads, so that every message of a call says
 * the same, whoever sends it.
 */
export type CallRecord = {
  readonly contactId: string;
  /** When the first tab first saw the contact. */
  readonly startedAt: string;
  readonly facts: ContactFacts;
  readonly events: readonly CallEvent[];
  /** What the agent says was wrong with it. */
  readonly problem?: CallProblem;
  /** What the agent was warned of. */
  readonly warnings?: readonly CallWarning[];
  /** Its set-up failed; noted where its log is kept. */
  readonly failed?: true;
  /** What was sent of its log: how many parts, until when (epoch milliseconds), and whether the end was in it. */
  readonly log?: { readonly parts: number; readonly until: number; readonly whole: boolean };
  /** Time of the very first sample, in epoch milliseconds: the window that begins with it is the connection's first. */
  readonly firstSampleAt?: number;
  /** A page hosts its sound itself, and measures it by the second; else Connect's frame does. */
  readonly hosted?: true;
  /** The streams whose "jitter" was found to be a running total. */
  readonly cumulativeJitter: readonly StreamType[];
};

export function newCallRecord(contactId: string, now: number): CallRecord {
  return { contactId, startedAt: new Date(now).toISOString(), facts: {}, events: [], cumulativeJitter: [] };
}

/** The call as messages carry it. */
export function callOf(record: CallRecord): Call {
  return { contactId: record.contactId, startedAt: record.startedAt, ...record.facts };
}

export function hasHappened(record: CallRecord, ...types: readonly CallEvent['type'][]): boolean {
  return record.events.some((event) => types.includes(event.type));
}

/** True between the first and the second kind of event: between mute and unmute, hold and resume. */
export function isBetween(record: CallRecord, from: CallEvent['type'], to: CallEvent['type']): boolean {
  return record.events.findLast((event) => event.type === from || event.type === to)?.type === from;
}

export function isOver(record: CallRecord): boolean {
  return hasHappened(record, 'ended', 'missed', 'vanished');
}

/** When the agent was connected, in epoch milliseconds. */
export function connectedAt(record: CallRecord): number | undefined {
  const event = record.events.find((one) => one.type === 'connected');
  return event && Date.parse(event.at);
}
