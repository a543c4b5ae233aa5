import { logChanceOf } from '../../dashboards/chance.ts';
import { poorCalls } from '../../dashboards/measures/calls.ts';
import type { Comparison } from '../../model/query/agents.ts';

/** Judged calls, and the poor ones among them. */
export type Share = { readonly poor: number; readonly judged: number };

/** Of all agents of an answer together, chance may accuse one in twenty answers (Bonferroni's correction). */
const falseAlarms = 0.05;
/** Less than half as much again is not worth a talk, however certain. */
const noticeably = 1.5;

/**
 * Whether a share of poor calls differs from another by more than chance explains, in either direction.
 *
 * @param others of which `own` is no part
 * @param compared how many such comparisons are made at once: with more of them each must be surer
 */
export function compareShares(own: Share, others: Share, compared: number): Comparison {
  const poor = { value: others.judged > 0 ? percentOf(others) : null, restsOn: others.judged };
  const least = poorCalls.minimumCount;
  if (own.judged < least || others.judged < least)
    return { poorCalls: poor, chance: null, verdict: 'tooFew' };
  const all = { poor: own.poor + others.poor, judged: own.judged + others.judged };
  const isWorse = percentOf(own) >= percentOf(others);
  const chance = Math.exp(logChanceOf(isWorse ? own : others, all));
  const [more, less] = isWorse ? [own, others] : [others, own];
  const isSure = chance <= falseAlarms / Math.max(1, compared);
  const matters = percentOf(more) >= noticeably * percentOf(less);
  const verdict = isSure && matters ? (isWorse ? 'worse' : 'better') : 'asUsual';
  return { poorCalls: poor, chance, verdict };
}

const percentOf = ({ poor, judged }: Share) => (100 * poor) / judged;
