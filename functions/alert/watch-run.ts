import { poorCalls } from '../../dashboards/measures/calls.ts';
import { longestRun, type RunRule } from '../../model/alerts/rule.ts';
import { dimensionFields } from '../../model/query/dimension.ts';
import type { Clause, Search } from '../query/ask.ts';
import { type Bucket, bucketAt, bucketsAt, countAt } from '../query/bucket.ts';
import { allOf, clausesOf } from '../query/conditions.ts';
import type { Seen } from './evaluate.ts';
import { type AgentRun, judgeRun } from './verdict.ts';
import { windowOf } from './window.ts';

/** Of more agents than this, those with the most poor calls: of the others none can have a run. */
const mostAgents = 1000;
/** A shard gives so many, so that none is missed of whom it has little. */
const perShard = 5000;
const mostSites = 500;
const levels = ['level1', 'level2', 'level3', 'level4', 'level5'] as const;

/**
 * Asks for each agent's newest judged calls, and for all of each site. Only of calls that have ended: what is under way
 * may still turn out well. By doc values, because the calls themselves are long.
 */
export function runSearch(rule: RunRule, without: readonly Clause[], now: Date): Search {
  const window = windowOf(rule, now);
  const poor = { filter: { term: { rating: 'poor' } } };
  return {
    index: `${poorCalls.index}-*`,
    body: {
      size: 0,
      track_total_hits: false,
      query: allOf([
        ...clausesOf(poorCalls.index, { ...rule.filters, ...window }),
        { terms: { rating: ['good', 'fair', 'poor'] } },
        { range: { endedAt: { lte: window.to } } },
        { bool: { must_not: without } },
      ]),
      aggs: {
        agents: {
          terms: {
            field: dimensionFields.agent,
            size: mostAgents,
            shard_size: perShard,
            order: [{ poor: 'desc' }, { _key: 'asc' }],
          },
          aggs: { poor, latest: { top_hits: latest } },
        },
        sites: { terms: { field: dimensionFields.site, size: mostSites }, aggs: { poor } },
        nowhere: { missing: { field: dimensionFields.site }, aggs: { poor } },
      },
    },
  };
}

const latest: Clause = {
  size: longestRun,
  sort: [{ '@timestamp': 'desc' }, { contactId: 'desc' }],
  _source: false,
  docvalue_fields: ['rating', dimensionFields.site, ...levels.map((level) => dimensionFields[level])],
};

/** Reads what `runSearch` asked for. */
export function seenOfRuns(rule: RunRule, answer: Bucket): readonly Seen[] {
  return bucketsAt(answer, 'agents').map((bucket) => {
    const run = runOf(bucket, answer);
    return {
      group: run.agent,
      verdict: judgeRun(rule, run),
      value: run.poor,
      restsOn: run.judged,
      scope: { ...rule.filters, ...run.scope, agent: [run.agent] },
    };
  });
}

type Call = Readonly<Record<string, readonly unknown[]>>;

function runOf(bucket: Bucket, answer: Bucket): AgentRun {
  const calls = hitsOf(bucket);
  const site = calls[0]?.[dimensionFields.site]?.[0];
  const all = site === undefined ? bucketAt(answer, 'nowhere') : siteOf(answer, String(site));
  const mine = { poor: countAt(bucket, 'poor'), judged: countAt(bucket) };
  return {
    agent: String(bucket.key),
    poor: lengthOfRun(calls, true),
    notPoor: lengthOfRun(calls, false),
    judged: calls.length,
    // An agent may have moved within the window: then some of their own calls are not of this site.
    peers: {
      poor: Math.max(0, countAt(all, 'poor') - mine.poor),
      judged: Math.max(0, countAt(all) - mine.judged),
    },
    scope: scopeOf(calls),
  };
}

function siteOf(answer: Bucket, site: string): Bucket {
  return bucketsAt(answer, 'sites').find(({ key }) => key === site) ?? {};
}

function lengthOfRun(calls: readonly Call[], isPoor: boolean): number {
  const end = calls.findIndex(({ rating }) => (rating?.[0] === 'poor') !== isPoor);
  return end < 0 ? calls.length : end;
}

/** The groups of the hierarchy that all these calls were made in. */
function scopeOf(calls: readonly Call[]): AgentRun['scope'] {
  return Object.fromEntries(
    levels.flatMap((level) => {
      const names = new Set(calls.map((call) => call[dimensionFields[level]]?.[0]));
      const [name] = names;
      return names.size === 1 && name !== undefined ? [[level, [String(name)]]] : [];
    }),
  );
}

function hitsOf(bucket: Bucket): readonly Call[] {
  const { hits } = bucketAt(bucketAt(bucket, 'latest'), 'hits') as { hits?: readonly { fields?: Call }[] };
  return (hits ?? []).map(({ fields }) => fields ?? {});
}
