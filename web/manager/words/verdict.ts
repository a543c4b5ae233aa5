import { judgeFigure } from '../../../dashboards/judge-figure.ts';
import { calls, poorCalls, unclassifiedCalls } from '../../../dashboards/measures/calls.ts';
import type { Rating } from '../../../model/quality/rating.ts';
import type { Overview } from '../../../model/query/overview.ts';
import { formatCount, formatPercent } from './format-figure.ts';

export type Verdict = { readonly rating: Rating; readonly headline: string; readonly detail: string };

/**
 * Whether calls are all right, in a sentence, and what that rests on.
 *
 * @param when the range in words: `in the last 24 hours`
 */
export function verdictOf({ totals, limits }: Pick<Overview, 'totals' | 'limits'>, when: string): Verdict {
  const figure = totals[poorCalls.id];
  const all = totals[calls.id]?.value ?? 0;
  const judged = figure?.restsOn ?? 0;
  const share = figure?.value ?? null;
  if (all === 0) return nothingToJudge;
  if (share === null || judged < poorCalls.minimumCount) return tooFew(judged, all, when);
  const rating = judgeFigure(poorCalls, figure, limits);
  return {
    rating,
    headline: `${headlines[rating]} ${formatPercent(share)} were poor.`,
    detail: `${formatCount(Math.round((share * judged) / 100))} of ${formatCount(judged)} judged calls ${when}. ${unjudged(totals)}`,
  };
}

const headlines: Readonly<Record<Rating, string>> = {
  good: 'Calls are fine:',
  fair: 'Most calls are fine, but',
  poor: 'Calls are not fine:',
  unclassified: '',
};

const nothingToJudge: Verdict = {
  rating: 'unclassified',
  headline: 'No calls in this time.',
  detail: 'Choose a longer time, or take a filter away.',
};

function tooFew(judged: number, all: number, when: string): Verdict {
  return {
    rating: 'unclassified',
    headline: 'Too few calls to say whether they were fine.',
    detail: `${formatCount(judged)} of ${formatCount(all)} calls ${when} could be judged; ${poorCalls.minimumCount} are needed.`,
  };
}

function unjudged(totals: Overview['totals']): string {
  const figure = totals[unclassifiedCalls.id];
  const count = Math.round(((figure?.value ?? 0) * (figure?.restsOn ?? 0)) / 100);
  return count === 0
    ? 'All calls could be judged.'
    : `${formatCount(count)} more had too little audio to judge.`;
}
