import type { PreflightCheck } from '../../../model/messages/preflight.ts';
import { type Checked, found } from './finding.ts';

/** One thing to do, for one check or several. */
export type Step = {
  readonly checks: readonly PreflightCheck[];
  readonly run: (signal: AbortSignal) => Promise<readonly Checked[]>;
};

/**
 * Does one step after the other, so that none disturbs what another measures. What throws says nothing about calls, and is
 * skipped; so is what comes after the end.
 *
 * @param onChanged told what is being looked at, and what was found so far
 */
export async function runSteps(
  steps: readonly Step[],
  signal: AbortSignal,
  onChanged: (now: readonly PreflightCheck[], soFar: readonly Checked[]) => void = () => {},
): Promise<readonly Checked[]> {
  const soFar: Checked[] = [];
  for (const { checks, run } of steps) {
    onChanged(checks, [...soFar]);
    const reason = () => (signal.aborted ? 'cancelled' : 'unsupported');
    const skipped = () => checks.map((check): Checked => ({ check, ...found('skipped', reason()) }));
    const findings = signal.aborted ? skipped() : await run(signal).catch(skipped);
    soFar.push(...(signal.aborted ? skipped() : findings));
  }
  onChanged([], soFar);
  return soFar;
}
