import type { DirectionFigures } from '../../../model/documents/direction-figures.ts';
import type { CallRow } from '../../../model/query/call-row.ts';
import { formatPercent, formatValue } from './format-figure.ts';
import { failureName } from './names.ts';

/** What a manager needs to know of a call before any picture: who heard whom badly, and why. */
export function explainCall(call: CallRow): string {
  if (call.missed && !wasHeard(call)) return 'The agent did not take this call.';
  if (call.setupFailed) return `The audio could not be set up: ${call.failures.map(failureName).join('; ')}.`;
  if (!wasHeard(call)) return 'There was too little audio to say how this call sounded.';
  const hears = sideOf('The agent heard the customer', 'on the way to the agent', call.toAgent);
  const heard = sideOf('The customer heard the agent', 'on the way from the agent', call.fromAgent);
  return `${hears} ${heard}`;
}

/** The side that was worse; undefined where both were alike or one was not measured. */
export function worseSide(call: Pick<CallRow, 'toAgent' | 'fromAgent'>): 'toAgent' | 'fromAgent' | undefined {
  const [a, b] = [call.toAgent.mos?.avg, call.fromAgent.mos?.avg];
  if (a === undefined || b === undefined || Math.abs(a - b) < 0.1) return undefined;
  return a < b ? 'toAgent' : 'fromAgent';
}

function wasHeard({ seconds }: CallRow): boolean {
  return seconds.good + seconds.fair + seconds.poor > 0;
}

function sideOf(who: string, where: string, figures: DirectionFigures): string {
  switch (figures.rating) {
    case 'good':
      return `${who} well.`;
    case 'unclassified':
      return `${who}: not known, too little was measured.`;
    case 'fair':
      return `${who} with some disturbance${because(figures, where)}.`;
    case 'poor':
      return `${who} badly${because(figures, where)}.`;
  }
}

function because(figures: DirectionFigures, where: string): string {
  const known = (text: string, value: string | undefined) => (value ? `${text} ${value}` : undefined);
  const loss = figures.packetsLostPercent;
  const causes = figures.ratingReasons.flatMap((reason) => {
    if (reason === 'loss' && loss !== undefined)
      return `${formatPercent(loss)} of the packets were lost ${where}`;
    if (reason === 'roundTripTime')
      return known('a round trip took', formatValue('milliseconds', figures.roundTripTimeMillis?.avg)) ?? [];
    if (reason === 'jitter')
      return known('jitter was', formatValue('milliseconds', figures.jitterMillis?.avg)) ?? [];
    return [];
  });
  return causes.length > 0 ? `: ${causes.join(', ')}` : '';
}
