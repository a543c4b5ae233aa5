import type { Clock } from './clock.ts';
import type { LastingOutbox } from './lasting-outbox.ts';
import { lead } from './lead.ts';
import type { Sender } from './send.ts';

/** Whatever went wrong, it is tried again. */
const pauseMillis = 10_000;

/**
 * Sends for as long as the page lives: in turn with the other tabs while they share the outbox, and for itself while
 * this tab has what no other can see.
 */
export async function keepSending(
  sender: Pick<Sender, 'run'>,
  outbox: Pick<LastingOutbox, 'kept' | 'untilChanged'>,
  clock: Pick<Clock, 'sleep'>,
  takeTurns: typeof lead = lead,
): Promise<never> {
  for (;;) {
    const signal = outbox.untilChanged();
    const run = () => sender.run(signal);
    try {
      await (outbox.kept ? takeTurns('softphone-sender', signal, run) : run());
    } catch (fault) {
      console.error('The sender failed', fault);
      await clock.sleep(pauseMillis, signal);
    }
  }
}
