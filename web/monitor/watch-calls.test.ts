import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CallRecord, isOver, newCallRecord } from './call-record.ts';
import {
  type CallSnapshot,
  noteAccepted,
  noteGone,
  noteMute,
  noteReload,
  noteSnapshot,
} from './watch-calls.ts';

const start = Date.UTC(2026, 10, 21, 10);
const fresh = newCallRecord('c', start);
const seen = (state: CallSnapshot['state'], onHold = false, facts = {}): CallSnapshot => ({
  contactId: 'c',
  state,
  onHold,
  facts,
});
const typesOf = (record: CallRecord) => record.events.map((event) => event.type);
/** Snapshots a second apart. */
const after = (...snapshots: CallSnapshot[]) =>
  snapshots.reduce((record, snapshot, i) => noteSnapshot(record, snapshot, start + i * 1000), fresh);

test('a call rings, is accepted, connected, held, resumed and ended, each at its time', () => {
  let record = noteSnapshot(fresh, seen('ringing'), start);
  record = noteAccepted(record, start + 1);
  record = noteAccepted(record, start + 2);
  for (const [i, next] of [
    seen('connected'),
    seen('connected'),
    seen('connected', true),
    seen('connected'),
    seen('ended'),
  ].entries()) {
    record = noteSnapshot(record, next, start + 1000 * (i + 1));
  }
  expect(typesOf(record)).toEqual(['rung', 'accepted', 'connected', 'held', 'resumed', 'ended']);
  expect(record.events.at(-1)?.at).toBe(new Date(start + 5000).toISOString());
});

test('a call that rang and never connected was missed', () => {
  expect(typesOf(after(seen('ringing'), seen('missed')))).toEqual(['rung', 'missed']);
});

test('an error after the call was connected is its end', () => {
  expect(typesOf(after(seen('connected'), seen('missed')))).toEqual(['connected', 'ended']);
});

test('a contact that leaves without an end has vanished; one that ended has not', () => {
  expect(typesOf(noteGone(after(seen('connected')), start))).toEqual(['connected', 'vanished']);
  expect(typesOf(noteGone(after(seen('connected'), seen('ended')), start))).toEqual(['connected', 'ended']);
});

test('a mute counts when it changes something, and only during the call', () => {
  expect(typesOf(noteMute(after(seen('ringing')), true, start))).toEqual(['rung']);
  let record = after(seen('connected'));
  for (const muted of [false, true, true, false, false]) record = noteMute(record, muted, start);
  expect(typesOf(record)).toEqual(['connected', 'muted', 'unmuted']);
  expect(typesOf(noteMute(after(seen('connected'), seen('ended')), true, start))).toEqual([
    'connected',
    'ended',
  ]);
});

test('facts that come later are added, none is lost', () => {
  const record = after(
    seen('ringing', false, { direction: 'inbound' }),
    seen('connected', false, { queue: { name: 'Billing' } }),
  );
  expect(record.facts).toEqual({ direction: 'inbound', queue: { name: 'Billing' } });
});

const step = fc.oneof(
  fc
    .constantFrom<CallSnapshot['state']>('ringing', 'connected', 'missed', 'ended')
    .chain((state) =>
      fc
        .boolean()
        .map((onHold) => (record: CallRecord, now: number) => noteSnapshot(record, seen(state, onHold), now)),
    ),
  fc.boolean().map((muted) => (record: CallRecord, now: number) => noteMute(record, muted, now)),
  fc.constantFrom(noteAccepted, noteGone),
);

test('a second tab that sees the same adds nothing', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const once = steps.reduce((record, how, i) => how(record, start + i), fresh);
      const twice = steps.reduce((record, how, i) => how(how(record, start + i), start + i + 0.5), fresh);
      expect(typesOf(twice)).toEqual(typesOf(once));
    }),
  );
});

test('after a call is over nothing changes it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const over = after(seen('connected'), seen('ended'));
      expect(steps.reduce((record, how, i) => how(record, start + i), over)).toEqual(over);
      expect(isOver(over)).toBe(true);
      expect(noteReload(over, start)).toBe(over);
    }),
  );
});
