import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patienceMinutes } from '../../dashboards/alerts/alert-words.ts';
import { defaultRules } from '../../dashboards/alerts/default-rules.ts';
import type { Alert } from '../../model/alerts/alert.ts';
import type { AlertRule } from '../../model/alerts/rule.ts';
import { evaluate, type Seen, type Sightings } from './evaluate.ts';
import type { Verdict } from './verdict.ts';

const start = Date.parse('2026-03-04T10:00:00Z');
const at = (minute: number) => new Date(start + minute * 60_000);
const rule = defaultRules[0] as AlertRule;
const seen = (verdict: Verdict, group = 'Krakow', value = 40): Seen => ({
  group,
  verdict,
  value,
  restsOn: 50,
  scope: { site: [group] },
});
const sightings = (...its: readonly Seen[]): Sightings => new Map([[rule.id, its]]);
const open = (alerts: readonly Alert[]) => alerts.filter(({ clearedAt }) => clearedAt === undefined);
const see = (alerts: readonly Alert[], minute: number, ...its: readonly Seen[]) =>
  evaluate([rule], sightings(...its), open(alerts), at(minute));

test('is raised once, stays, says how bad it was, and is cleared once', () => {
  const raised = see([], 0, seen('bad'), seen('fine', 'Lisbon'));
  expect(raised).toMatchObject([{ group: 'Krakow', raisedAt: at(0).toISOString(), first: { value: 40 } }]);
  const worse = see(raised, 5, seen('bad', 'Krakow', 60));
  const better = see(worse, 10, seen('between', 'Krakow', 8));
  expect(better).toMatchObject([
    { id: raised[0]?.id, worst: { value: 60, at: at(5).toISOString() }, latest: { value: 8 } },
  ]);
  const over = see(better, 15, seen('fine', 'Krakow', 3));
  expect(over).toMatchObject([{ clearedAt: at(15).toISOString(), because: 'recovered' }]);
  expect(see(over, 20, seen('fine', 'Krakow', 3))).toEqual([]);
});

test('one that comes again is another', () => {
  const first = see([], 0, seen('bad'));
  const over = see(first, 5, seen('fine'));
  const [second] = see(over, 10, seen('bad'));
  expect(second?.id).not.toBe(first[0]?.id);
});

test('a repeated run gives the same ids', () => {
  expect(see([], 0, seen('bad'))).toEqual(see([], 0, seen('bad')));
});

test('without enough to judge by it stays for a while, and is then cleared saying so', () => {
  const raised = see([], 0, seen('bad'));
  const patience = patienceMinutes(rule);
  expect(open(see(raised, patience - 1))).toHaveLength(1);
  expect(open(see(raised, patience - 1, seen('unknown')))).toHaveLength(1);
  expect(see(raised, patience, seen('unknown'))).toMatchObject([{ because: 'noData' }]);
  expect(see(raised, patience)).toMatchObject([{ because: 'noData' }]);
});

test('a rule that is switched off, taken away or about something else clears its alerts', () => {
  const raised = see([], 0, seen('bad'));
  const after = (...rules: readonly AlertRule[]) => evaluate(rules, sightings(seen('bad')), raised, at(5));
  expect(after({ ...rule, enabled: false })).toMatchObject([{ because: 'ruleOff' }]);
  expect(after()).toMatchObject([{ because: 'ruleOff' }]);
  const changed = after({ ...rule, filters: { queue: ['VIP'] } });
  expect(changed).toMatchObject([{ because: 'ruleChanged' }, { raisedAt: at(5).toISOString() }]);
  expect(after({ ...rule, name: 'Another name' })).toMatchObject([{ rule: { name: 'Another name' } }]);
});

type Step = { readonly minutes: number; readonly groups: readonly (readonly [string, Verdict])[] };
const verdict = fc.constantFrom<Verdict>('bad', 'between', 'fine', 'unknown');
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    // Runs are missed now and then, for up to two days.
    minutes: fc.oneof(fc.constant(5), fc.integer({ min: 1, max: 2880 })),
    groups: fc.uniqueArray(fc.tuple(fc.constantFrom('Krakow', 'Lisbon', 'Manila'), verdict), {
      selector: ([group]) => group,
    }),
  }),
  { maxLength: 40 },
);

test('whatever is seen and whatever runs are missed: of a group one alert at most is open, and none comes without a bad sight', () => {
  fc.assert(
    fc.property(steps, (steps) => {
      let alerts: readonly Alert[] = [];
      const ids = new Set<string>();
      let minute = 0;
      for (const { minutes, groups } of steps) {
        minute += minutes;
        const before = open(alerts);
        alerts = see(before, minute, ...groups.map(([group, its]) => seen(its, group)));
        const isOpen = open(alerts).map(({ group }) => group);
        expect(new Set(isOpen).size).toBe(isOpen.length);
        for (const alert of alerts.filter(({ id }) => !before.some((its) => its.id === id))) {
          expect(ids.has(alert.id)).toBe(false);
          ids.add(alert.id);
          expect(groups).toContainEqual([alert.group, 'bad']);
          expect(before.some(({ group }) => group === alert.group)).toBe(false);
        }
        for (const its of before) {
          const now = alerts.find(({ id }) => id === its.id);
          expect(now?.revision).toBeGreaterThanOrEqual(its.revision);
        }
      }
    }),
  );
});
