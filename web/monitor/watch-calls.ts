import type { CallConnection, CallEvent } from '../../model/messages/call.ts';
import { type CallRecord, type ContactFacts, hasHappened, isBetween, isOver } from './call-record.ts';

/** A softphone contact as one of Streams' agent snapshots shows it. */
export type CallSnapshot = {
  readonly contactId: string;
  readonly state: 'ringing' | 'connected' | 'missed' | 'ended';
  readonly onHold: boolean;
  readonly facts: ContactFacts;
};

/** The server's schema takes so many; nobody mutes that often. */
const mostEvents = 500;

function withEvent(record: CallRecord, type: CallEvent['type'], at: number): CallRecord {
  if (record.events.length >= mostEvents) return record;
  return { ...record, events: [...record.events, { type, at: new Date(at).toISOString() }] };
}

/**
 * What a snapshot adds to what is known of the call. Every tab sees every snapshot, so each event is added only where
 * it is not there already; a call that is over stays as it was.
 *
 * @param now epoch milliseconds
 */
export function noteSnapshot(before: CallRecord, snapshot: CallSnapshot, now: number): CallRecord {
  if (isOver(before)) return before;
  const record = withFacts(before, snapshot.facts);
  if (snapshot.state === 'ringing') {
    return hasHappened(record, 'rung', 'connected') ? record : withEvent(record, 'rung', now);
  }
  if (snapshot.state !== 'connected') return withEvent(record, endOf(record, snapshot.state), now);
  const connected = hasHappened(record, 'connected') ? record : withEvent(record, 'connected', now);
  const held = isBetween(connected, 'held', 'resumed');
  if (snapshot.onHold === held) return connected;
  return withEvent(connected, snapshot.onHold ? 'held' : 'resumed', now);
}

/** The contact is in no snapshot any more: if nobody saw it end, nothing more will be heard of it. */
export function noteGone(record: CallRecord, now: number): CallRecord {
  return isOver(record) ? record : withEvent(record, 'vanished', now);
}

export function noteAccepted(record: CallRecord, now: number): CallRecord {
  return isOver(record) || hasHappened(record, 'accepted') ? record : withEvent(record, 'accepted', now);
}

/** Streams says "not muted" again whenever a call ends, so only a change counts, and only during a call. */
export function noteMute(record: CallRecord, muted: boolean, now: number): CallRecord {
  if (isOver(record) || !hasHappened(record, 'connected')) return record;
  if (isBetween(record, 'muted', 'unmuted') === muted) return record;
  return withEvent(record, muted ? 'muted' : 'unmuted', now);
}

/** A page hosts the call's sound itself, and watches it by the second; `connection` is how its packets go. */
export function noteHosted(before: CallRecord, connection: CallConnection): CallRecord {
  const record = withFacts(before, { connection });
  return record.hosted ? record : { ...record, hosted: true };
}

export function noteReload(record: CallRecord, now: number): CallRecord {
  return isOver(record) ? record : withEvent(record, 'reloaded', now);
}

/** A call that never connected is missed, whatever Streams calls its last state. */
function endOf(record: CallRecord, state: 'missed' | 'ended'): CallEvent['type'] {
  return hasHappened(record, 'connected') ? 'ended' : state;
}

/** The first snapshot may lack what a later one has (no queue while ringing); what is known stays known. */
function withFacts(record: CallRecord, facts: ContactFacts): CallRecord {
  const all = { ...record.facts, ...facts };
  return JSON.stringify(all) === JSON.stringify(record.facts) ? record : { ...record, facts: all };
}
