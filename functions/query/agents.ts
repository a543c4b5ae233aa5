import { poorCalls } from '../../dashboards/measures/calls.ts';
import { agentMeasures } from '../../dashboards/measures/lists.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { AgentFigures, AgentsAnswer } from '../../model/query/agents.ts';
import type { Filters } from '../../model/query/filters.ts';
import { periodBefore } from '../../model/query/period-before.ts';
import type { Ask, Clause, Search } from './ask.ts';
import { type Bucket, bucketAt, bucketsAt, countAt, numberAt } from './bucket.ts';
import { compareShares, type Share } from './compare-shares.ts';
import { during } from './conditions.ts';
import { aggregationsOf, figuresOf } from './measure-aggregation.ts';
import { searchOf } from './panels/panel-search.ts';
import { figureSearchOfBoth, sourceOf } from './panels/question.ts';

const mostAgents = 500;
const mostProfiles = 200;
/** A shard gives so many, so that no agent misses what a shard had little of. */
const perShard = 5000;

/** Answers `GET /query/agents`: each agent beside the own past and the peers, and what of that is not chance. */
export async function agentsOf(filters: Filters, ask: Ask, limits: QualityLimits): Promise<AgentsAnswer> {
  const before = periodBefore(filters);
  const [answer] = await ask([agentsSearch(filters, before)]);
  const found = answer?.aggregations ?? {};
  const everyone = readEveryone(found);
  const here = bucketsAt(found, 'agents').filter((bucket) => countAt(bucket, 'now') > 0);
  const agents = here.map((bucket) => agentOf(bucket, everyone, here.length));
  return {
    from: filters.from,
    to: filters.to,
    before: { from: before.from, to: before.to },
    limits,
    agents: agents.sort(byWorst),
    more: (numberAt(found, 'agents', 'sum_other_doc_count') ?? 0) > 0,
  };
}

function agentsSearch(filters: Filters, before: Filters): Search {
  const poor = aggregationsOf([poorCalls]);
  const byProfile = (size: number): Clause => ({ terms: { field: 'agentRoutingProfile', size }, aggs: poor });
  const now = during(filters.from, filters.to);
  const search = figureSearchOfBoth(sourceOf(agentMeasures), filters, before, {
    everyone: { filter: now, aggs: { ...poor, profiles: byProfile(mostProfiles) } },
    agents: {
      terms: {
        field: 'agent',
        size: mostAgents,
        shard_size: perShard,
        order: [{ [`now>${poorCalls.id}_part`]: 'desc' }, { _key: 'asc' }],
      },
      aggs: {
        now: { filter: now, aggs: { ...aggregationsOf(agentMeasures), profiles: byProfile(1) } },
        before: { filter: during(before.from, before.to), aggs: aggregationsOf(agentMeasures) },
      },
    },
  });
  return searchOf(search);
}

type Everyone = { readonly all: Share; readonly byProfile: ReadonlyMap<string, Share> };

function readEveryone(found: Bucket): Everyone {
  const everyone = bucketAt(found, 'everyone');
  const profiles = bucketsAt(everyone, 'profiles').map((one) => [String(one.key), shareOf(one)] as const);
  return { all: shareOf(everyone), byProfile: new Map(profiles) };
}

function agentOf(bucket: Bucket, { all, byProfile }: Everyone, agents: number): AgentFigures {
  const now = bucketAt(bucket, 'now');
  const before = bucketAt(bucket, 'before');
  const [profile] = bucketsAt(now, 'profiles');
  const name = profile ? String(profile.key) : null;
  const own = profile ? shareOf(profile) : shareOf(now);
  const team = (name === null ? undefined : byProfile.get(name)) ?? all;
  const peers = { poor: team.poor - own.poor, judged: team.judged - own.judged };
  return {
    agent: String(bucket.key),
    routingProfile: name,
    now: figuresOf(agentMeasures, now),
    before: countAt(before) > 0 ? figuresOf(agentMeasures, before) : null,
    ownPast: compareShares(shareOf(now), shareOf(before), agents),
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
