import type { Preflight } from '../../../model/messages/preflight.ts';
import type { Checked } from './finding.ts';
import { nameOf, outcomeNames, verdicts, writtenValue } from './names.ts';
import { wordsFor } from './words.ts';

export type Report = {
  readonly outcome: Preflight['outcome'];
  readonly startedAt: string;
  readonly agent?: string | undefined;
  readonly userAgent: string;
  readonly checks: readonly Checked[];
};

/** The result as a text that an agent can paste into a ticket. */
export function reportText({ outcome, startedAt, agent, userAgent, checks }: Report): string {
  return [
    `Softphone check: ${verdicts[outcome]}`,
    `When: ${startedAt}`,
    `Agent: ${agent ?? 'not signed in'}`,
    `Browser: ${userAgent}`,
    '',
    ...checks.flatMap(linesOf),
  ].join('\n');
}

function linesOf(checked: Checked): string[] {
  const { outcome, reason, places = [], check } = checked;
  const value = writtenValue(checked);
  const details = [value, reason, ...places].filter(Boolean).join(', ');
  const its = outcome === 'passed' ? undefined : wordsFor(checked)?.it;
  return [
    `[${outcomeNames[outcome]}] ${nameOf(check)}${details && `: ${details}`}`,
    ...(its ? [`    ${its}`] : []),
  ];
}
