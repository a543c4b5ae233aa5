import { expect, test } from 'vitest';
import type { AgentFigures, Comparison } from '../../../model/query/agents.ts';
import { inOrder } from './agent-rows.ts';

const compared = (verdict: Comparison['verdict'], value: number | null): Comparison => ({
  poorCalls: { value, restsOn: 100 },
  chance: verdict === 'tooFew' ? null : 0.01,
  verdict,
});
const agent = (name: string, now: number, past: Comparison): AgentFigures => ({
  agent: name,
  routingProfile: 'Sales',
  now: { poorCalls: { value: now, restsOn: 100 } },
  before: {},
  ownPast: past,
  peers: compared('asUsual', 5),
});
const names = (agents: readonly AgentFigures[]) => agents.map((one) => one.agent);
const few = agent('few', 90, compared('tooFew', null));
const noisy = agent('noisy', 30, compared('asUsual', 10));
const better = agent('better', 2, compared('better', 30));
const worse = agent('worse', 40, compared('worse', 5));
const all = [few, noisy, better, worse];

test('who surely changed comes first, the worse before the better; noise and too few come last', () => {
  expect(names(inOrder(all, 'changed'))).toEqual(['worse', 'better', 'noisy', 'few']);
});

test('the worst come as the API puts them', () => {
  expect(inOrder(all, 'worst')).toBe(all);
});

test('names are sorted as people sort them', () => {
  expect(names(inOrder(all, 'name'))).toEqual(['better', 'few', 'noisy', 'worse']);
});
