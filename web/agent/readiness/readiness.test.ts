import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadinessKind } from '../../../model/messages/readiness-kinds.ts';
import { readinessLimits } from './limits.ts';
import {
  changesBetween,
  newReadiness,
  type Readiness,
  withAgent,
  withApiCall,
  withFact,
  withHeard,
  withTick,
} from './readiness.ts';
import { type Source, sources } from './sources.ts';

const start = Date.parse('2026-03-04T10:00:00.000Z');
const free = withAgent(newReadiness, { signedIn: true, talking: false }, start);
const raised = ({ raised: its }: Readiness) => Object.keys(its);
const second = 1000;

/** Ticks every five seconds, with the softphone heard or not. */
function run(
  before: Readiness,
  seconds: number,
  { twice = false, heard = true, from = start } = {},
): Readiness {
  let readiness = before;
  for (let at = from + 5 * second; at <= from + seconds * second; at += 5 * second) {
    if (heard) readiness = withHeard(readiness, at);
    readiness = withTick(readiness, twice, at);
  }
  return readiness;
}

test('eight hours without any trouble raise nothing', () => {
  expect(raised(run(free, 8 * 3600))).toEqual([]);
});

describe('a page that stood still', () => {
  const before = run(free, 60);
  const lastTick = start + 60 * second;
  const woken = lastTick + 14 * 60 * second;

  test('is raised from its last tick on, and cleared when it has run regularly for a while', () => {
    const after = withTick(before, false, woken);
    expect(changesBetween(before, after, woken)).toEqual([
      { kind: 'pageFrozen', present: true, at: new Date(lastTick).toISOString() },
    ]);
    expect(raised(run(after, 25, { from: woken }))).toEqual(['pageFrozen']);
    const ready = run(after, 30, { from: woken });
    expect(changesBetween(after, ready, woken + 30 * second)).toEqual([
      { kind: 'pageFrozen', present: false, at: new Date(woken + 30 * second).toISOString() },
    ]);
  });

  test('is not one whose timers run once a minute, as those of hidden pages do', () => {
    let hidden = before;
    for (let at = lastTick; at < lastTick + 3600 * second; at += 61 * second)
      hidden = withTick(withHeard(hidden, at), false, at);
    expect(raised(hidden)).toEqual([]);
  });

  test('has not heard what was said meanwhile: that is no silence', () => {
    expect(raised(withTick(before, false, woken))).toEqual(['pageFrozen']);
  });
});

test('a second softphone is raised at the second look, and cleared at the first without it', () => {
  expect(raised(run(free, 5, { twice: true }))).toEqual([]);
  const twice = run(free, 10, { twice: true });
  expect(raised(twice)).toEqual(['softphoneTwice']);
  expect(raised(withTick(twice, false, start + 15 * second))).toEqual([]);
});

test('silence is raised after three answers that are missing, and cleared by anything that is said', () => {
  expect(raised(run(free, 100, { heard: false }))).toEqual([]);
  const silent = run(free, 105, { heard: false });
  expect(raised(silent)).toEqual(['connectionSilent']);
  expect(raised(withHeard(silent, start + 106 * second))).toEqual([]);
});

test('three failed calls in a row are raised; one that ends well clears it', () => {
  const calls = (...failed: boolean[]) => failed.reduce((all, one) => withApiCall(all, one, start), free);
  expect(raised(calls(true, true, false, true, true))).toEqual([]);
  expect(raised(calls(true, true, true))).toEqual(['apiFailing']);
  expect(raised(calls(true, true, true, true, false))).toEqual([]);
});

test('two sources of one kind are one trouble, which is over with the last of them', () => {
  const lost = withFact(free, 'connectionLost', true, start);
  const both = withFact(lost, 'connectionSilent', true, start + second);
  expect(changesBetween(lost, both, start + second)).toEqual([]);
  const one = withFact(both, 'connectionLost', false, start + 2 * second);
  expect(raised(one)).toEqual(['connectionSilent']);
  expect(raised(withFact(one, 'connectionSilent', false, start + 3 * second))).toEqual([]);
});

test('before signing in nothing is raised, and signing out clears all', () => {
  const early = withFact(newReadiness, 'microphoneBlocked', true, start);
  expect(raised(early)).toEqual([]);
  const signedIn = withAgent(early, { signedIn: true, talking: false }, start + second);
  expect(changesBetween(early, signedIn, start + second)).toEqual([
    { kind: 'microphoneBlocked', present: true, at: new Date(start + second).toISOString() },
  ]);
  expect(raised(withAgent(signedIn, { signedIn: false, talking: false }, start + 2 * second))).toEqual([]);
});

test('in a call nothing is raised: only after it, if it is still so', () => {
  const talking = withAgent(free, { signedIn: true, talking: true }, start);
  const blocked = withFact(talking, 'microphoneBlocked', true, start + second);
  expect(raised(blocked)).toEqual([]);
  const over = withAgent(blocked, { signedIn: true, talking: false }, start + 9 * second);
  expect(changesBetween(blocked, over, start + 9 * second)).toEqual([
    { kind: 'microphoneBlocked', present: true, at: new Date(start + 9 * second).toISOString() },
  ]);
});

type Event =
  | { readonly source: Source; readonly present: boolean }
  | { readonly signedIn: boolean; readonly talking: boolean }
  | { readonly twice: boolean; readonly gap: number }
  | { readonly failed: boolean };

function after(readiness: Readiness, event: Event, at: number): Readiness {
  if ('source' in event) return withFact(readiness, event.source, event.present, at);
  if ('signedIn' in event) return withAgent(readiness, event, at);
  return 'twice' in event ? withTick(readiness, event.twice, at) : withApiCall(readiness, event.failed, at);
}

test('whatever happens, beginnings and ends of a kind take turns, and at the end of all facts nothing is raised', () => {
  const event: fc.Arbitrary<Event> = fc.oneof(
    fc.record({
      source: fc.constantFrom(...(Object.keys(sources) as Source[])),
      present: fc.boolean(),
    }),
    fc.record({ signedIn: fc.boolean(), talking: fc.boolean() }),
    fc.record({ twice: fc.boolean(), gap: fc.integer({ min: 1, max: 300 }) }),
    fc.record({ failed: fc.boolean() }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      let [readiness, at] = [free, start];
      const last = new Map<ReadinessKind, boolean>();
      const next = (changed: Readiness) => {
        for (const { kind, present } of changesBetween(readiness, changed, at)) {
          expect(last.get(kind) ?? false).toBe(!present);
          last.set(kind, present);
        }
        readiness = changed;
      };
      for (const its of events) {
        at += second * ('gap' in its ? its.gap : 1);
        next(after(readiness, its, at));
      }
      for (const source of Object.keys(sources) as Source[]) next(withFact(readiness, source, false, at));
      expect(readiness.raised).toEqual({});
      expect([...last.values()]).not.toContain(true);
    }),
  );
});

test('the limit of a freeze is above what browsers do to hidden pages, and that of a silence above three polls', () => {
  expect(readinessLimits.frozenMillis).toBeGreaterThan(60_000);
  expect(readinessLimits.silentMillis).toBeGreaterThan(3 * 30_000);
});
