import { symptomNames } from '../../../dashboards/symptom-names.ts';
import type { Rating } from '../../../model/quality/rating.ts';
import type { CallRow } from '../../../model/query/call-row.ts';

const besides: Readonly<Record<Rating, string>> = {
  poor: 'It was measured to be poor, too.',
  fair: 'What was measured was fair, not poor.',
  good: 'What was measured was good: think of the headset, an echo, or the other side.',
  unclassified: 'Too little was measured to compare.',
};

/** What the agent said was wrong, in words; undefined where they said nothing. */
export function saidOfProblem({ problem }: Pick<CallRow, 'problem'>): string | undefined {
  if (!problem) return undefined;
  const said = problem.symptoms.map((symptom) => symptomNames[symptom].toLowerCase()).join(', ');
  return problem.words ? `${said}. “${problem.words}”` : said;
}

/** What the agent said was wrong beside what was measured; undefined where they said nothing. */
export function explainProblem(call: Pick<CallRow, 'problem' | 'rating'>): string | undefined {
  const said = saidOfProblem(call);
  return said && `The agent reported: ${said}${call.problem?.words ? '' : '.'} ${besides[call.rating]}`;
}
