import { expect } from 'vitest';
import { agentMeasures } from '../../../dashboards/measures/lists.ts';
import type { CallDocument } from '../../../model/documents/call.ts';
import type { AgentFigures, AgentsAnswer, Comparison } from '../../../model/query/agents.ts';
import { expectFigure, expectFigures } from './expect-figures.ts';
import { type Documents, populationOf } from './populations.ts';

type Calls = readonly CallDocument[];

const ids = agentMeasures.map(({ id }) => id);

/** Holds every figure of every agent to what plain code computes of the calls. */
export function expectAgents(answer: AgentsAnswer, truth: { now: Documents; before: Documents }): void {
  const { calls } = truth.now;
  const names = new Set(calls.map(({ agent }) => agent));
  expect(answer.agents.map(({ agent }) => agent).sort()).toEqual([...names].sort());
  expect(answer.more).toBe(false);
  for (const one of answer.agents) {
    const own = calls.filter(({ agent }) => agent === one.agent);
    const past = truth.before.calls.filter(({ agent }) => agent === one.agent);
    expectFigures(one.now, ids, own);
    if (past.length > 0) expectFigures(one.before ?? {}, ids, past);
    else expect(one.before).toBeNull();
    expect(one.routingProfile).toBe(own[0]?.agentRoutingProfile ?? null);
    const peers = calls.filter((call) => isPeer(call, one));
    expectComparison(one.ownPast, own, past, names.size);
    expectComparison(one.peers, own, peers, names.size);
  }
  const worse = answer.agents.map(({ peers }) => peers.verdict === 'worse');
  expect(worse).toEqual([...worse].sort((a, b) => Number(b) - Number(a)));
}

function isPeer(call: CallDocument, { agent, routingProfile }: AgentFigures): boolean {
  return call.agent !== agent && (routingProfile === null || call.agentRoutingProfile === routingProfile);
}

function expectComparison(actual: Comparison, own: Calls, others: Calls, agents: number): void {
  const [mine, theirs] = [judged(own), judged(others)];
  expectFigure('compared with', actual.poorCalls, populationOf('poorCalls').figure('poorCalls', others));
  if (mine.judged < 20 || theirs.judged < 20) {
    expect([actual.verdict, actual.chance]).toEqual(['tooFew', null]);
    return;
  }
  const [a, b] = [mine.poor / mine.judged, theirs.poor / theirs.judged];
  const chance = a >= b ? chanceOf(mine, theirs) : chanceOf(theirs, mine);
  expect((actual.chance ?? 0) / chance).toBeCloseTo(1, 6);
  const isSure = chance <= 0.05 / agents && Math.max(a, b) >= 1.5 * Math.min(a, b);
  expect(actual.verdict).toBe(isSure ? (a >= b ? 'worse' : 'better') : 'asUsual');
}

function judged(calls: Calls): { poor: number; judged: number } {
  const known = calls.filter(({ rating }) => rating !== 'unclassified');
  return { poor: known.filter(({ rating }) => rating === 'poor').length, judged: known.length };
}

type Share = ReturnType<typeof judged>;

/** Of all ways to deal out the poor calls, the share in which the first has at least as many: counted one by one. */
function chanceOf(more: Share, less: Share): number {
  const poor = more.poor + less.poor;
  const all = more.judged + less.judged;
  let chance = 0;
  for (let count = more.poor; count <= Math.min(poor, more.judged); count++) {
    const ways = logWays(poor, count) + logWays(all - poor, more.judged - count);
    chance += Math.exp(ways - logWays(all, more.judged));
  }
  return Math.min(1, chance);
}

function logWays(of: number, taken: number): number {
  let log = 0;
  for (let i = 1; i <= taken; i++) log += Math.log((of - taken + i) / i);
  return taken > of ? Number.NEGATIVE_INFINITY : log;
}
