import { faultName, tellIt } from '../../../dashboards/preflight-names.ts';
import type { CheckFault, LastCheck, LastChecks } from '../../../model/query/last-checks.ts';
import { formatCount } from '../words/format-figure.ts';

export const outcomeNames: Readonly<Record<LastCheck['outcome'], string>> = {
  failed: 'Would have failed',
  limited: 'Limited',
  ready: 'Ready',
};

/** What did not pass, as people read it. */
export function faultWords({ check, reason }: CheckFault): string {
  return faultName(check, reason ?? undefined);
}

/** What IT can do about all of it, each thing once. */
export function adviceOf({ faults }: LastCheck): string[] {
  return [...new Set(faults.map(({ check }) => tellIt(check)))];
}

/** How many agents there are of each, in one sentence. */
export function countWords({ agents: { failed, limited, ready } }: LastChecks): string {
  const all = failed + limited + ready;
  const agents = all === 1 ? '1 agent' : `${formatCount(all)} agents`;
  return `By the last check of each of ${agents}: ${formatCount(failed)} would have failed, ${formatCount(limited)} could have called with limits, ${formatCount(ready)} were ready.`;
}
