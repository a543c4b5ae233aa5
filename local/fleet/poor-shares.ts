import type { CallDocument } from '../../model/documents/call.ts';
import type { Faults } from './faults.ts';

/** The calls of a site on a day, or of an agent, and how many of them were poor. */
export type Share = { readonly of: string; readonly calls: number; readonly poor: number };

type RatedCall = Pick<CallDocument, 'agent' | 'site' | 'startedAt' | 'rating'>;

/** The share of poor calls of each group, the worst first; groups of fewer calls than `least` say nothing. */
export function poorShares(
  calls: readonly RatedCall[],
  groupOf: (call: RatedCall) => string,
  least = 10,
): Share[] {
  return [...Map.groupBy(calls, groupOf)]
    .map(([of, its]) => ({ of, calls: its.length, poor: its.filter((c) => c.rating === 'poor').length }))
    .filter((share) => share.calls >= least)
    .sort((a, b) => b.poor / b.calls - a.poor / a.calls);
}

/** A site's day, as a name for a group: `Krakow 2026-03-04` by UTC. */
export function siteDay(call: RatedCall): string {
  return `${call.site} ${call.startedAt.slice(0, 10)}`;
}

/** The groups in which the faults must show, and those that would hide them. */
export function faultsAmong(calls: readonly RatedCall[], { siteNetwork, agentLastMile }: Faults) {
  const inSiteFault = (call: RatedCall) =>
    call.site === siteNetwork.site && call.startedAt.startsWith(siteNetwork.date);
  const others = (call: RatedCall) => call.agent !== agentLastMile.agent && !inSiteFault(call);
  return {
    // Each without the other fault, so that each is judged by itself.
    siteDays: poorShares(
      calls.filter((call) => call.agent !== agentLastMile.agent),
      siteDay,
    ),
    agents: poorShares(
      calls.filter((call) => !inSiteFault(call)),
      (call) => call.agent,
    ),
    everythingElse: poorShares(calls.filter(others), () => 'all other calls'),
  };
}
