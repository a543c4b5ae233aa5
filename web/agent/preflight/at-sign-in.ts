import type { Clock } from '../../push/clock.ts';
import { lead } from '../../push/lead.ts';
import type { Store } from '../store.ts';
import type { Checked } from './finding.ts';
import { runSteps, type Step } from './run-steps.ts';

/** Until the softphone has done what it does at sign-in: what is measured meanwhile would be its own doing. */
const settleMillis = 15_000;
const storageKey = 'preflight.checked';

export type SignInDeps = {
  readonly agent: string;
  readonly steps: () => readonly Step[];
  /** Whether a call is going on: it is not to be disturbed. */
  readonly inCall: Store<boolean>;
  readonly clock: Clock;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Takes what a whole run found. */
  readonly onChecked: (checks: readonly Checked[], startedAt: string) => Promise<void>;
  readonly takeTurns?: typeof lead;
};

/**
 * Checks once a day and agent, in one tab, while there is no call; a call that comes ends the check, and it begins anew after.
 * Resolves when the day's check is done.
 */
export async function checkAtSignIn(deps: SignInDeps): Promise<void> {
  const { agent, inCall, clock, storage, takeTurns = lead } = deps;
  const isDue = () => storage.getItem(storageKey) !== mark(agent, clock.now());
  if (!isDue()) return;
  await clock.sleep(settleMillis);
  await takeTurns('softphone-preflight', new AbortController().signal, async () => {
    while (isDue()) {
      await untilQuiet(inCall);
      if (await checkOnce(deps)) storage.setItem(storageKey, mark(agent, clock.now()));
    }
  });
}

/** False where a call came in between. */
async function checkOnce({ steps, inCall, clock, onChecked }: SignInDeps): Promise<boolean> {
  const ends = new AbortController();
  const leave = inCall.subscribe(() => inCall.get() && ends.abort());
  const startedAt = new Date(clock.now()).toISOString();
  const checks = await runSteps(steps(), ends.signal).finally(leave);
  if (ends.signal.aborted) return false;
  await onChecked(checks, startedAt);
  return true;
}

function untilQuiet(inCall: Store<boolean>): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (inCall.get()) return;
      leave();
      resolve();
    };
    const leave = inCall.subscribe(look);
    look();
  });
}

/** Another agent at the same computer is checked anew. Days are those of the place where the agent is. */
function mark(agent: string, now: number): string {
  return `${agent} ${new Date(now).toDateString()}`;
}
