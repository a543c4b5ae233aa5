import { poorCalls } from '../../dashboards/measures/calls.ts';
import { agentMeasures } from '../../dashboards/measures/lists.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { AgentFigures, AgentsAnswer } from '../../model/query/agents.ts';
import type { Filters } from '../../model/query/filters.ts';
import { periodBefore } from '../../model/query/period-before.ts';
import { splitFields } from '../../model/query/split.ts';
import type { Ask } from './ask.ts';
import { type Bucket, bucketsAt, countAt } from './bucket.ts';
import { compareShares, type Share } from './compare-shares.ts';
import { aggregationsOf, figuresOf, orderOf } from './measure-aggregation.ts';
import { keepMost } from './panels/keep-most.ts';
import { foundBy, type PanelSearch, searchOf } from './panels/panel-search.ts';
import { shareSearches } from './panels/share-searches.ts';
import { groupsOfTally, hasMoreGroups, tallyOf, toldOf } from './panels/tally.ts';

const mostAgents = 500;

/** Answers `GET /query/agents`: each agent beside the own past and the peers, and what of that is not chance. */
export async function agentsOf(filters: Filters, ask: Ask, limits: QualityLimits): Promise<AgentsAnswer> {
  const before = periodBefore(filters);
  const { searches } = shareSearches([...searchesOfNow(filters), tallyOf(agentMeasures, before, 'agent')]);
  const [now = {}, earlier = {}] = (await ask(searches.map(searchOf))).map(foundBy);
  const everyone = readEveryone(now);
  const all = groupsOfTally(agentMeasures, now, 'agent');
  const shown = keepMost(all, orderOf(poorCalls), mostAgents);
  const past = groupsOfTally(agentMeasures, earlier, 'agent');
  const agents = [...shown].flatMap(([agent, bucket]) =>
    agent === null ? [] : agentOf(agent, { now: bucket, before: past.get(agent) }, everyone, shown.size),
  );
  return {
    from: filters.from,
    to: filters.to,
    before: { from: before.from, to: before.to },
    limits,
    agents: agents.sort(byWorst),
    more: hasMoreGroups(now, 'agent') || shown.size < all.size,
  };
}

/** Each agent's calls, also those of the profile that is mostly theirs, and each profile's. */
function searchesOfNow(filters: Filters): PanelSearch[] {
  const ownProfile = {
    terms: { field: splitFields.routingProfile, size: 1 },
    aggs: aggregationsOf([poorCalls]),
  };
  return [
    tallyOf(agentMeasures, filters, 'agent', { ownProfile }),
    tallyOf([poorCalls], filters, 'routingProfile'),
  ];
}

type Everyone = { readonly all: Share; readonly byProfile: ReadonlyMap<string | null, Share> };

function readEveryone(found: Bucket): Everyone {
  const profiles = groupsOfTally([poorCalls], found, 'routingProfile');
  const shares = [...profiles].map(([name, bucket]) => [name, shareOf(bucket)] as const);
  return { all: shareOf(toldOf([poorCalls], found)), byProfile: new Map(shares) };
}

function agentOf(
  agent: string,
  { now, before }: { readonly now: Bucket; readonly before: Bucket | undefined },
  { all, byProfile }: Everyone,
  agents: number,
): AgentFigures {
  const [profile] = bucketsAt(now, 'ownProfile');
  const name = profile ? String(profile.key) : null;
  const own = profile ? shareOf(profile) : shareOf(now);
  const team = (name === null ? undefined : byProfile.get(name)) ?? all;
  const peers = { poor: team.poor - own.poor, judged: team.judged - own.judged };
  return {
    agent,
    routingProfile: name,
    now: figuresOf(agentMeasures, now),
    before: before ? figuresOf(agentMeasures, before) : null,
    ownPast: compareShares(shareOf(now), shareOf(before ?? {}), agents),
    peers: compareShares(own, peers, agents),
  };
}

function shareOf(bucket: Bucket): Share {
  return { poor: countAt(bucket, `${poorCalls.id}_part`), judged: countAt(bucket, `${poorCalls.id}_whole`) };
}

function byWorst(a: AgentFigures, b: AgentFigures): number {
  const isWorse = ({ peers }: AgentFigures) => (peers.verdict === 'worse' ? 0 : 1);
  const isFew = ({ peers }: AgentFigures) => (peers.verdict === 'tooFew' ? 1 : 0);
  const percent = ({ now }: AgentFigures) => now[poorCalls.id]?.value ?? 0;
  return isWorse(a) - isWorse(b) || isFew(a) - isFew(b) || percent(b) - percent(a);
}
