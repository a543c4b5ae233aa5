import type { Preflight } from '../../../model/messages/preflight.ts';
import type { Checked } from './finding.ts';

/** The traffic light over all checks: the worst of them. What was skipped says nothing. */
export function overallOutcome(checks: readonly Pick<Checked, 'outcome'>[]): Preflight['outcome'] {
  if (checks.some(({ outcome }) => outcome === 'failed')) return 'failed';
  return checks.some(({ outcome }) => outcome === 'limited') ? 'limited' : 'ready';
}
