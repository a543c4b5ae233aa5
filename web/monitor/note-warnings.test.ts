import { expect, test } from 'vitest';
import { type CallRecord, newCallRecord } from './call-record.ts';
import { noteDismissed, noteWarnings, shownWarnings } from './note-warnings.ts';

const at = Date.parse('2026-03-04T10:00:00.000Z');
const fresh = newCallRecord('c', at);
const changes = ({ warnings = [] }: CallRecord) => warnings.map(({ kind, change }) => `${kind} ${change}`);
const shown = noteWarnings(fresh, [], ['delay'], at);

test('a warning is shown until it is cleared, and noted once, whichever tab sees it', () => {
  expect(shownWarnings(shown)).toEqual(['delay']);
  expect(noteWarnings(shown, [], ['delay'], at + 5)).toBe(shown);
  const cleared = noteWarnings(shown, ['delay'], [], at + 9);
  expect(shownWarnings(cleared)).toEqual([]);
  expect(changes(noteWarnings(cleared, [], ['delay'], at + 20))).toEqual([
    'delay shown',
    'delay cleared',
    'delay shown',
  ]);
});

test('a tab that never saw it does not clear it', () => {
  expect(noteWarnings(shown, [], [], at + 5)).toBe(shown);
});

test('what is dismissed does not come back in this call', () => {
  const dismissed = noteDismissed(shown, 'delay', at + 5);
  expect(changes(dismissed)).toEqual(['delay shown', 'delay dismissed']);
  expect(noteDismissed(dismissed, 'delay', at + 6)).toBe(dismissed);
  const over = noteWarnings(dismissed, ['delay'], [], at + 9);
  expect(noteWarnings(over, [], ['delay'], at + 30)).toBe(dismissed);
});

test('of a call that is over nothing is shown', () => {
  const ended = { ...shown, events: [{ type: 'ended' as const, at: new Date(at + 9).toISOString() }] };
  expect(shownWarnings(ended)).toEqual([]);
  expect(noteWarnings(ended, [], ['callerSilent'], at + 10)).toBe(ended);
});
