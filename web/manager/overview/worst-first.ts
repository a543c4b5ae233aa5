import { poorCalls } from '../../../dashboards/measures/calls.ts';
import type { Group } from '../../../model/query/overview.ts';

/** By the share of poor calls; those that rest on too few to compare come last, so that they do not alarm. */
export function worstFirst(groups: readonly Group[]): Group[] {
  return [...groups].sort((a, b) => rank(b) - rank(a) || countOf(b) - countOf(a));
}

const countOf = ({ figures }: Group) => figures[poorCalls.id]?.restsOn ?? 0;

function rank(group: Group): number {
  return countOf(group) < poorCalls.minimumCount ? -1 : (group.figures[poorCalls.id]?.value ?? -1);
}
