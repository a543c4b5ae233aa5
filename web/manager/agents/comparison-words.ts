import type { Comparison } from '../../../model/query/agents.ts';
import { formatCount, formatPercent, formatValue } from '../words/format-figure.ts';

export const verdictWords: Readonly<Record<Comparison['verdict'], string>> = {
  worse: 'Worse',
  better: 'Better',
  asUsual: 'No different',
  tooFew: 'Too few calls to say',
};

/** What a share was compared with, and how sure that is: `4.1 % of 812; by chance in < 0.01 % of cases`. */
export function comparisonWords({ poorCalls, chance }: Comparison): string {
  const other = `${formatValue('percent', poorCalls.value)} of ${formatCount(poorCalls.restsOn)}`;
  return chance === null ? other : `${other}; by chance in ${formatPercent(100 * chance)} of cases`;
}
