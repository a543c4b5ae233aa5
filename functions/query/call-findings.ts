import { poorCalls } from '../../dashboards/measures/calls.ts';
import type { Measure } from '../../dashboards/measures/measure.ts';
import { type Dimension, dimensionFields } from '../../model/query/dimension.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { CallFinding } from '../../model/query/findings.ts';
import type { Column } from '../../model/query/overview.ts';
import type { Ask, Clause, Search } from './ask.ts';
import { type Bucket, bucketsAt, countAt } from './bucket.ts';
import { allOf, clauseOf, clausesOf } from './conditions.ts';
import { columnsAt, intervalsOf, overTime, timesAt } from './over-time.ts';
import { whole, wholeOf } from './panels/whole.ts';
import { type JudgedGroup, surestOutlier } from './stands-out.ts';
import { worstStretch } from './worst-stretch.ts';

/** Where two dimensions hold the same calls, the one that says more to a manager comes first. */
const looked: readonly Dimension[] = [
  'site',
  'network',
  'country',
  'queue',
  'routingProfile',
  'level1',
  'level2',
  'level3',
  'level4',
  'level5',
  'agent',
  'browser',
  'os',
  'signalingEndpoint',
];
const mostFindings = 3;
/** Those with the most poor calls are looked at. */
const mostGroups = 100;
/** More than an instance has agents: of each of those looked at, it must be known how many calls were judged. */
const mostJudgedGroups = 10_000;
const usualAtMost = 1.5;

/**
 * Which groups have more poor calls than chance explains, the surest first. The calls of one found are left out when
 * the next is looked for, so that a bad agent does not also accuse the queue and the team.
 */
export async function callFindings(filters: Filters, ask: Ask): Promise<CallFinding[]> {
  const found: (JudgedGroup & { elsewherePercent: number })[] = [];
  while (found.length < mostFindings) {
    const [poor, judged] = await ask([
      searchWithout(found, filters, groupsUpTo(mostGroups), [clauseOf(share.part)]),
      searchWithout(found, filters, groupsUpTo(mostJudgedGroups), [clauseOf(share.whole)]),
    ]);
    const { groups, all } = readGroups(poor?.aggregations ?? {}, judged?.aggregations ?? {});
    const next = surestOutlier(groups, all, poorCalls.minimumCount);
    if (!next) break;
    found.push(next);
  }
  return withTimes(found, filters, ask);
}

const share = shareOf(poorCalls);

/** Two searches that only count are several times as quick as one that sorts the calls of each group. */
function shareOf({ formula }: Measure) {
  if (formula.kind !== 'share') throw new Error('What stands out is looked for in a share');
  return formula;
}

function groupsUpTo(size: number): Record<string, Clause> {
  const groups = looked.map((dimension) => [
    dimension,
    { terms: { field: dimensionFields[dimension], size, shard_size: mostJudgedGroups } },
  ]);
  return { ...whole({}), ...Object.fromEntries(groups) };
}

function readGroups(poor: Bucket, judged: Bucket) {
  const groups = looked.flatMap((dimension) => {
    const counts = new Map(bucketsAt(judged, dimension).map((bucket) => [bucket.key, countAt(bucket)]));
    return bucketsAt(poor, dimension).map((bucket) => ({
      dimension,
      key: String(bucket.key),
      poor: countAt(bucket),
      judged: counts.get(bucket.key) ?? 0,
    }));
  });
  return { groups, all: { poor: countAt(wholeOf(poor)), judged: countAt(wholeOf(judged)) } };
}

function searchWithout(
  found: readonly JudgedGroup[],
  filters: Filters,
  aggs: Record<string, Clause>,
  only: readonly Clause[] = [],
): Search {
  const others = found.map(termOf).map((term) => ({ bool: { must_not: [term] } }));
  return {
    index: `${poorCalls.index}-*`,
    body: {
      size: 0,
      track_total_hits: false,
      query: allOf([...clausesOf(poorCalls.index, filters), ...others, ...only]),
      aggs,
    },
  };
}

const termOf = ({ dimension, key }: JudgedGroup): Clause => ({ term: { [dimensionFields[dimension]]: key } });

async function withTimes(
  found: readonly (JudgedGroup & { elsewherePercent: number })[],
  filters: Filters,
  ask: Ask,
): Promise<CallFinding[]> {
  if (found.length === 0) return [];
  const histogram = { overTime: overTime(filters, intervalsOf(filters).fine, [poorCalls]) };
  const answers = await ask(
    found.map((group, i) => searchWithout(found.slice(0, i), filters, histogram, [termOf(group)])),
  );
  return found.map(({ dimension, key, poor, judged, elsewherePercent }, i) => {
    const answer = answers[i]?.aggregations ?? {};
    const times = timesAt(filters, intervalsOf(filters).fine, answer, 'overTime');
    const column = columnsAt(answer, 'overTime', [poorCalls], times)[poorCalls.id];
    const during = column && stretchOf(column, times, { poor, judged, elsewherePercent }, filters);
    return {
      dimension,
      key,
      poorCalls: poor,
      classifiedCalls: judged,
      elsewherePercent,
      ...(during ? { during } : {}),
    };
  });
}

/**
 * When most of it happened: the stretch that was nearer to the group's bad time than to everyone else's usual one.
 * Worth naming where it is at most half of the range and the rest of the range was about as elsewhere: of someone
 * who did nothing in the rest of it, the rest says nothing.
 */
function stretchOf(
  column: Column,
  times: readonly string[],
  group: { poor: number; judged: number; elsewherePercent: number },
  range: Filters,
) {
  const between = (group.poor / group.judged + group.elsewherePercent / 100) / 2;
  const judged = column.restsOn;
  const poor = column.values.map((percent, i) => ((percent ?? 0) * (judged[i] ?? 0)) / 100);
  const stretch = worstStretch(poor.map((count, i) => count - (judged[i] ?? 0) * between));
  if (!stretch) return undefined;
  const outside = (values: readonly number[]) =>
    values.reduce((sum, value, i) => (i < stretch.first || i > stretch.last ? sum + value : sum), 0);
  const from = times[stretch.first] ?? range.from;
  const to = times[stretch.last + 1] ?? range.to;
  const isShort = Date.parse(to) - Date.parse(from) <= (Date.parse(range.to) - Date.parse(range.from)) / 2;
  const rest = outside(judged);
  const restPercent = (100 * outside(poor)) / Math.max(1, rest);
  const wasUsual = rest >= poorCalls.minimumCount && restPercent <= usualAtMost * group.elsewherePercent;
  return isShort && wasUsual ? { from, to } : undefined;
}
