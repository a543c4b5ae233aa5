import { poorCalls } from '../../../dashboards/measures/calls.ts';
import type { AgentFigures, Comparison } from '../../../model/query/agents.ts';

/** In which order agents are listed. */
export const agentOrders = [
  { id: 'worst', name: 'Worst first, beside their peers' },
  { id: 'changed', name: 'Most changed first, beside their own past' },
  { id: 'name', name: 'By name' },
] as const;
export type AgentOrder = (typeof agentOrders)[number]['id'];

/** What is chance comes after what is not, and what rests on too few last: noise names nobody. */
const ranks: Readonly<Record<Comparison['verdict'], number>> = { worse: 0, better: 1, asUsual: 2, tooFew: 3 };

/** The agents in an order; as they came for the worst, which the API puts first. */
export function inOrder(agents: readonly AgentFigures[], order: AgentOrder): readonly AgentFigures[] {
  if (order === 'worst') return agents;
  if (order === 'name') return [...agents].sort((a, b) => a.agent.localeCompare(b.agent, 'en'));
  return [...agents].sort(
    (a, b) => ranks[a.ownPast.verdict] - ranks[b.ownPast.verdict] || changeOf(b) - changeOf(a),
  );
}

/** How far the share of poor calls moved, in points, for better or worse. */
function changeOf({ now, ownPast }: AgentFigures): number {
  const [own, past] = [now[poorCalls.id]?.value ?? null, ownPast.poorCalls.value];
  return own === null || past === null ? 0 : Math.abs(own - past);
}
