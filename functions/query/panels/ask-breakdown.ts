import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { BreakdownPanel } from '../../../dashboards/panels/panel.ts';
import { canSplit } from '../../../model/query/documents-know.ts';
import type { Filters } from '../../../model/query/filters.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import type { Split } from '../../../model/query/split.ts';
import { ignoredBy } from '../conditions.ts';
import { figuresOf, orderOf } from '../measure-aggregation.ts';
import { groupedByService } from './grouped-by-service.ts';
import type { Grouping, Groups } from './grouping.ts';
import { keepMost } from './keep-most.ts';
import { bucketsOfGroup } from './panel-search.ts';
import { type Asked, type Question, sourceOf } from './question.ts';
import { groupsOfTally, hasMoreGroups, isCounted, tallyOf } from './tally.ts';
import { worstFirst } from './worst-first.ts';

const mostGroups = 50;

type Group = AnswerOf<'breakdown'>['groups'][number];

/**
 * Measures of the groups that share a value. Of more groups than fit, those are kept that have the most of what
 * `orderBy` counts: a high share of few calls is not what matters.
 */
export function askBreakdown(panel: BreakdownPanel, asked: Asked): Question {
  const { measures, orderBy, compare, beside = [] } = panel;
  const { filters, before } = asked;
  const by = splitBy(panel, asked);
  const grouping = isCounted(orderBy) ? byTally(by, panel) : groupedByService(by, panel, mostGroups);
  const searches = [grouping.now(filters), ...(compare ? [grouping.before(before)] : [])];
  const periods = compare ? [filters, before] : [filters];
  const others = beside.length > 0 ? periods.map((its) => tallyOf(beside, its, by)) : [];
  return {
    searches: [...searches, ...others],
    read: (answers) => {
      const [answer = {}, answerBefore = {}] = answers.slice(0, searches.length);
      const [now, earlier] = answers.slice(searches.length).map((its) => groupsOfTally(beside, its, by));
      const all = grouping.groupsIn(answer);
      const kept = grouping.kept(all);
      const groups = groupsOf(kept, grouping.groupsIn(answerBefore), measures);
      return {
        kind: 'breakdown',
        by,
        groups: worstFirst(groups, orderBy).map((group) => withBeside(group, beside, now, earlier)),
        more: kept.size < all.size || grouping.hasMore(answer),
        ignoredFilters: ignoredBy(sourceOf(measures).index, filters),
      };
    },
  };
}

/** The same group of other documents; that it has none of them is no figure. */
function withBeside(
  group: Group,
  measures: readonly Measure[],
  now: Groups = new Map(),
  earlier: Groups = new Map(),
): Group {
  if (measures.length === 0) return group;
  const of = (groups: Groups) => figuresOf(measures, groups.get(group.key) ?? {});
  return {
    key: group.key,
    now: { ...group.now, ...of(now) },
    before: group.before && { ...group.before, ...of(earlier) },
  };
}

function byTally(by: Split, { measures, orderBy }: BreakdownPanel): Grouping {
  const search = (filters: Filters) => tallyOf(measures, filters, by);
  return {
    now: search,
    before: search,
    groupsIn: (answer) => groupsOfTally(measures, answer, by),
    kept: (groups) => keepMost(groups, orderOf(orderBy), mostGroups),
    hasMore: (answer) => hasMoreGroups(answer, by),
  };
}

/** By what the viewer chose where the panel leaves it to him and its documents know it. */
function splitBy({ by, measures }: BreakdownPanel, asked: Asked): Split {
  if (by !== 'chosen') return by;
  return asked.by && canSplit(sourceOf(measures).index, asked.by) ? asked.by : asked.pagesBy;
}

/** Of the range's groups: one that was there only before is of no interest. */
function groupsOf(now: Groups, before: Groups, measures: readonly Measure[]): Group[] {
  return [...now].map(([key, bucket]) => {
    const same = before.get(key);
    return {
      key,
      now: figuresOf(measures, ...bucketsOfGroup(bucket)),
      before: same ? figuresOf(measures, same) : null,
    };
  });
}
