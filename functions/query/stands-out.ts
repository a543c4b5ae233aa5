import type { Dimension } from '../../model/query/dimension.ts';

/** Calls that share a value of a dimension: how many could be judged, and how many of them were poor. */
export type JudgedGroup = {
  readonly dimension: Dimension;
  readonly key: string;
  readonly poor: number;
  readonly judged: number;
};

/**
 * How many standard errors apart is beyond chance. With some thousand groups looked at, 4 makes a false alarm rarer
 * than one in thirty ranges (one-sided normal tail 3e-5).
 */
const farApart = 4;
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
  let surest: { group: JudgedGroup; score: number } | undefined;
  for (const group of groups) {
    const score = standsOutBy(group, all, least);
    if (score !== undefined && (!surest || score > surest.score)) surest = { group, score };
  }
  if (!surest) return undefined;
  const { group } = surest;
  return { ...group, elsewherePercent: (100 * (all.poor - group.poor)) / (all.judged - group.judged) };
}

/** The two-proportion z of a group against all others, where it is one to report. */
function standsOutBy(
  group: JudgedGroup,
  all: { poor: number; judged: number },
  least: number,
): number | undefined {
  const others = { poor: all.poor - group.poor, judged: all.judged - group.judged };
  if (group.judged < least || others.judged < least || group.poor < fewestPoorCalls) return undefined;
  const share = group.poor / group.judged;
  const elsewhere = others.poor / others.judged;
  if (share < noticeably * elsewhere) return undefined;
  const pooled = all.poor / all.judged;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / group.judged + 1 / others.judged));
  if (error === 0) return undefined;
  const z = (share - elsewhere) / error;
  return z >= farApart ? z : undefined;
}
