import { expect, test } from 'vitest';
import { newCallRecord } from './call-record.ts';
import { emptyPage, withCall, withoutTrouble, withTrouble } from './page-state.ts';
import { noteSnapshot } from './watch-calls.ts';

const record = (contactId: string, ...states: ('ringing' | 'connected' | 'ended')[]) =>
  states.reduce(
    (known, state) => noteSnapshot(known, { contactId, state, onHold: false, facts: {} }, 0),
    newCallRecord(contactId, 0),
  );

test('shows the call the agent is talking in, before one that rings, before one that is over', () => {
  const talking = withCall(emptyPage, record('a', 'ringing', 'connected'));
  expect(withCall(talking, record('b', 'ringing')).call?.contactId).toBe('a');
  const over = withCall(talking, record('a', 'connected', 'ended'));
  expect(over.call).toMatchObject({ phase: 'over', outcome: 'ended' });
  expect(withCall(over, record('b', 'ringing')).call?.contactId).toBe('b');
});

test('a trouble is shown once, until it is gone', () => {
  const one = withTrouble(withTrouble(emptyPage, { kind: 'signIn' }), { kind: 'signIn' });
  expect(one.troubles).toHaveLength(1);
  expect(withoutTrouble(one, 'microphoneBlocked')).toBe(one);
  expect(withoutTrouble(one, 'signIn').troubles).toEqual([]);
});
