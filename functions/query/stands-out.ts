import { logChanceOf } from '../../dashboards/chance.ts';
import type { Dimension } from '../../model/query/dimension.ts';

/** Calls that share a value of a dimension: how many could be judged, and how many of them were poor. */
export type JudgedGroup = {
  readonly dimension: Dimension;
  readonly key: string;
  readonly poor: number;
  readonly judged: number;
};

/** With some thousand groups looked at, this makes a false alarm rarer than one in thirty ranges. */
const beyondChance = Math.log(3e-5);
/** Less than half as much again is not worth anyone's walk, however certain. */
const noticeably = 1.5;
const fewestPoorCalls = 5;

/**
 * The group whose share of poor calls is most surely higher than everyone else's; undefined where none is. Surest,
 * not highest: a bad site is found before each of its agents, a bad agent before the team that he drags down.
 *
 * @param groups of all dimensions, the preferred dimension first: it wins where two hold the same calls
 * @param all the calls of the range together
 * @param least groups with fewer judged calls are left alone, and so is one whose others are fewer
 */
export function surestOutlier(
  groups: readonly JudgedGroup[],
  all: { readonly poor: number; readonly judged: number },
  least: number,
): (JudgedGroup & { readonly elsewherePercent: number }) | undefined {
  let surest: { group: JudgedGroup; logChance: number } | undefined;
  for (const group of groups) {
    if (!isNoticeable(group, all, least)) continue;
    const logChance = logChanceOf(group, all);
    if (logChance < (surest?.logChance ?? beyondChance)) surest = { group, logChance };
  }
  if (!surest) return undefined;
  const { group } = surest;
  return { ...group, elsewherePercent: (100 * (all.poor - group.poor)) / (all.judged - group.judged) };
}

/** Whether a group has enough calls to say anything, and enough more poor ones than others to say it. */
function isNoticeable(group: JudgedGroup, all: { poor: number; judged: number }, least: number): boolean {
  const others = { poor: all.poor - group.poor, judged: all.judged - group.judged };
  if (group.judged < least || others.judged < least || group.poor < fewestPoorCalls) return false;
  return group.poor / group.judged >= noticeably * (others.poor / others.judged);
}
