import type { Clock } from './clock.ts';
import type { LastingOutbox } from './lasting-outbox.ts';
import { lead } from './lead.ts';
import type { Sender } from './send.ts';

/** Whatever went wrong, it is tried again. */
const pauseMillis = 10_000;

/**
 * Sends until `ends` aborts: in turn with the other tabs while they share the outbox, and for itself while this tab has
 * what no other can see.
 */
export async function keepSending(
  sender: Pick<Sender, 'run'>,
  outbox: Pick<LastingOutbox, 'kept' | 'untilChanged'>,
  clock: Pick<Clock, 'sleep'>,
  ends: AbortSignal,
  takeTurns: typeof lead = lead,
): Promise<void> {
  while (!ends.aborted) {
    // Not AbortSignal.any: see nap.ts.
    const turn = new AbortController();
    const end = () => turn.abort();
    outbox.untilChanged().addEventListener('abort', end);
    ends.addEventListener('abort', end);
    const { signal } = turn;
    const run = () => sender.run(signal);
    try {
      await (outbox.kept ? takeTurns('softphone-sender', signal, run) : run());
    } catch (fault) {
      console.error('The sender failed', fault);
      await clock.sleep(pauseMillis, signal);
    }
    ends.removeEventListener('abort', end);
  }
}
