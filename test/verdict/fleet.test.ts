import { expect, test } from 'vitest';
import { faults } from '../../model/verdict/verdict.ts';
import { fleetHour, fleetKinds } from './fleet.ts';
import { type Judged, judgeInMemory } from './judge-in-memory.ts';

const isRight = ({ call, verdict }: Judged) => verdict.fault === call.truth;
const isUnclear = ({ verdict }: Judged) => verdict.fault === 'unclear';
const isWrong = (its: Judged) => !isRight(its) && !isUnclear(its);
const count = (all: readonly Judged[], is: (one: Judged) => boolean) => all.filter(is).length;

function table(all: readonly Judged[], by: (one: Judged) => string): string {
  const rows = [...new Set(all.map(by))].map((name) => {
    const its = all.filter((one) => by(one) === name);
    const figures = [its.length, count(its, isRight), count(its, isWrong), count(its, isUnclear)];
    return `${name.padEnd(34)}${figures.map((figure) => String(figure).padStart(9)).join('')}`;
  });
  return [`${''.padEnd(34)}   judged    right    wrong  unclear`, ...rows].join('\n');
}

test('whose fault it is, of a fleet with faults of every kind', { timeout: 120_000 }, async () => {
  const judged: Judged[] = [];
  for (const seed of [1, 2])
    for (const kind of fleetKinds) judged.push(...(await judgeInMemory(fleetHour(seed, kind))));
  console.info(`\nBy what was planted\n${table(judged, ({ call }) => call.kind)}`);
  console.info(`\nBy whose fault it was\n${table(judged, ({ call }) => call.truth)}`);
  console.info(`\nBy the verdict\n${table(judged, ({ verdict }) => verdict.fault)}`);
  console.info(`\nBy the rule\n${table(judged, ({ verdict }) => verdict.rule)}`);
  // Whoever is sent to a desk, a site or a provider goes there in vain one time of twenty at most.
  for (const fault of faults.filter((one) => one !== 'unclear')) {
    const accused = judged.filter(({ verdict }) => verdict.fault === fault);
    expect(accused.length, fault).toBeGreaterThan(10);
    expect(count(accused, isWrong) / accused.length, fault).toBeLessThan(0.05);
  }
  // Of what nobody can tell hardly anything may be told, and of the rest most must be: always unclear is no use.
  const ofNobody = judged.filter(({ call }) => call.truth === 'nobody');
  expect(count(ofNobody, isWrong)).toBeLessThanOrEqual(ofNobody.length / 20);
  expect(count(judged, isWrong) / judged.length).toBeLessThan(0.03);
  expect(count(judged, isRight) / judged.length).toBeGreaterThan(0.7);
});
