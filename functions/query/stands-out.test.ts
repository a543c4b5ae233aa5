import { expect, test } from 'vitest';
import { type JudgedGroup, surestOutlier } from './stands-out.ts';

const group = (change: Partial<JudgedGroup>): JudgedGroup => ({
  dimension: 'agent',
  key: 'ana.silva',
  poor: 5,
  judged: 100,
  ...change,
});
const all = { poor: 550, judged: 10_000 };

test('finds the agent and not the team that he drags down', () => {
  const team = group({ dimension: 'level2', key: 'Orders', poor: 100, judged: 800 });
  const agent = group({ poor: 60, judged: 100 });
  expect(surestOutlier([team, agent], all, 20)).toMatchObject({ dimension: 'agent' });
});

test('finds the site and not the agents who work there', () => {
  const site = group({ dimension: 'site', key: 'Krakow', poor: 400, judged: 3000 });
  const agents = [12, 14, 20].map((poor) => group({ key: String(poor), poor, judged: 100 }));
  expect(surestOutlier([site, ...agents], all, 20)).toMatchObject({ dimension: 'site', key: 'Krakow' });
});

test('of two that hold the same calls, the first is named', () => {
  const same = { poor: 400, judged: 3000 };
  const groups = [group({ ...same, dimension: 'site' }), group({ ...same, dimension: 'network' })];
  expect(surestOutlier(groups, all, 20)?.dimension).toBe('site');
});

test.each([
  ['few calls, however bad', { poor: 4, judged: 4 }],
  ['a share that is hardly higher', { poor: 180, judged: 3000 }],
  ['nothing poor', { poor: 0, judged: 500 }],
  ['all calls there are', { poor: 550, judged: 10_000 }],
])('leaves alone a group with %s', (_, figures) => {
  expect(surestOutlier([group(figures)], all, 20)).toBeUndefined();
});

test('chance alone accuses hardly anyone', () => {
  // A fair draw; fast-check's own integers prefer the edges. Constants of Numerical Recipes' generator.
  let state = 7;
  const draw = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  const poorOf = (judged: number) => Array.from({ length: judged }, draw).filter((one) => one < 0.06).length;
  const groups = Array.from({ length: 1000 }, (_, i) =>
    group({ key: String(i), poor: poorOf(150), judged: 150 }),
  );
  const whole = { poor: groups.reduce((sum, { poor }) => sum + poor, 0), judged: 150_000 };
  expect(groups.filter((one) => surestOutlier([one], whole, 20)).length).toBeLessThanOrEqual(1);
});
