import { watchedMeasure } from '../../dashboards/alerts/alert-measures.ts';
import type { Measure } from '../../dashboards/measures/measure.ts';
import type { MeasureRule } from '../../model/alerts/rule.ts';
import { splitFields } from '../../model/query/split.ts';
import type { Clause, Search } from '../query/ask.ts';
import { type Bucket, bucketAt, bucketsAt } from '../query/bucket.ts';
import { allOf, clauseOf, clausesOf } from '../query/conditions.ts';
import { aggregationsOf, figuresOf, orderOf } from '../query/measure-aggregation.ts';
import type { Seen } from './evaluate.ts';
import { judgeMeasure } from './verdict.ts';
import { windowOf } from './window.ts';

/** Of more groups than this, those with the most of what the measure counts. */
const mostGroups = 1000;
/** A shard gives so many, so that none is missed of which it has little. */
const perShard = 5000;

/** Asks for a rule's measure over its window, for each group by itself. The same aggregation as the pages'. */
export function measureSearch(rule: MeasureRule, without: readonly Clause[], now: Date): Search {
  const measure = measureOf(rule);
  const aggs = aggregationsOf([measure]);
  return {
    index: `${measure.index}-*`,
    body: {
      size: 0,
      track_total_hits: false,
      query: allOf([
        ...clausesOf(measure.index, { ...rule.filters, ...windowOf(rule, now) }),
        ...(measure.among ?? []).map(clauseOf),
        { bool: { must_not: without } },
      ]),
      aggs: { seen: { ...groupsOf(rule, measure), aggs } },
    },
  };
}

/** Reads what `measureSearch` asked for. */
export function seenOfMeasure(rule: MeasureRule, answer: Bucket): readonly Seen[] {
  const measure = measureOf(rule);
  if (!rule.split) return [seenOf(rule, measure, null, bucketAt(answer, 'seen'))];
  return bucketsAt(answer, 'seen').map((bucket) => seenOf(rule, measure, String(bucket.key), bucket));
}

function groupsOf({ split }: MeasureRule, measure: Measure): Clause {
  if (!split) return { filter: { match_all: {} } };
  const order = [{ [orderOf(measure)]: 'desc' }, { _key: 'asc' }];
  return { terms: { field: splitFields[split], size: mostGroups, shard_size: perShard, order } };
}

function seenOf(rule: MeasureRule, measure: Measure, group: string | null, bucket: Bucket): Seen {
  const figure = figuresOf([measure], bucket)[measure.id] ?? { value: null, restsOn: 0 };
  const { split, filters } = rule;
  return {
    group,
    verdict: judgeMeasure(rule, measure, figure),
    value: figure.value ?? 0,
    restsOn: figure.restsOn,
    scope: group !== null && split ? { ...filters, [split]: [group] } : filters,
  };
}

function measureOf(rule: MeasureRule): Measure {
  const its = watchedMeasure(rule);
  if (!its) throw new Error(`The rule ${rule.id} watches a measure that there is no more`);
  return its;
}
