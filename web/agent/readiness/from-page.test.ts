import { expect, test } from 'vitest';
import type { CallView } from '../../monitor/call-view.ts';
import type { SenderState } from '../../push/sender-state.ts';
import { emptyPage, type PageState, withTrouble } from '../page-state.ts';
import { fromPage } from './from-page.ts';
import { notesOf } from './notes-of.ts';
import { newReadiness, type Readiness } from './readiness.ts';

const start = Date.parse('2026-03-04T10:00:00.000Z');
const signedIn: PageState = { ...emptyPage, agent: { agent: 'ana.silva' } };
const raised = ({ raised: its }: Readiness) => Object.keys(its);
const from = (state: PageState, at = start) => fromPage(newReadiness, state, at);
const talking = { ...signedIn, call: { phase: 'talking' } as CallView };

test('what has a card on the page is counted, and not said again', () => {
  const state = withTrouble(withTrouble(signedIn, { kind: 'microphoneBlocked' }), { kind: 'connectionLost' });
  const readiness = from(state);
  expect(raised(readiness)).toEqual(['microphoneBlocked', 'connectionSilent']);
  expect(notesOf(readiness, new Set())).toEqual([]);
  expect(raised(fromPage(readiness, signedIn, start))).toEqual([]);
});

test('without an agent, or with a sign-in that is asked for, nothing counts', () => {
  const blocked = { kind: 'microphoneBlocked' } as const;
  expect(raised(from(withTrouble(emptyPage, blocked)))).toEqual([]);
  expect(raised(from(withTrouble(withTrouble(signedIn, blocked), { kind: 'signIn' })))).toEqual([]);
});

test.each([
  ['unreachable', 121, ['apiFailing']],
  ['unreachable', 119, []],
  ['offline', 999, []],
  ['signIn', 999, []],
] as const)('sending that fails (%s) for %i s: %j', (why, seconds, kinds) => {
  const sender = { failing: { why, since: start - 1000 * seconds } } as SenderState;
  expect(raised(from({ ...signedIn, sender }))).toEqual(kinds);
});

test('what the agent has read is not said again, nor anything in a call', () => {
  const silent: Readiness = {
    ...from(signedIn),
    facts: { connectionSilent: start },
    raised: { connectionSilent: start },
  };
  expect(notesOf(silent, new Set()).map(({ kind }) => kind)).toEqual(['connectionSilent']);
  expect(notesOf(silent, new Set(['connectionSilent']))).toEqual([]);
  expect(notesOf(fromPage(silent, talking, start), new Set())).toEqual([]);
});
