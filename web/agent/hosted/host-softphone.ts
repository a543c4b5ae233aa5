import type { PageSoftphone } from '../../../model/settings/agent-site.ts';
import type { Collector } from '../../monitor/collector.ts';
import { systemClock } from '../../push/clock.ts';
import { lead } from '../../push/lead.ts';
import type { TroubleKind } from '../trouble.ts';
import { HostedCalls } from './hosted-calls.ts';
import { loadLibrary } from './load-library.ts';
import { hostSound } from './softphone-manager.ts';
import { watchSession } from './watch-session.ts';

const lockName = 'softphone-host';

/**
 * Gets ready to host the sound of calls in this page. Where that cannot be, the trouble is told and the frame hosts them, as usual.
 *
 * @returns what begins it, once Connect's frame is there; undefined where the frame hosts
 */
export async function prepareHost(
  library: PageSoftphone,
  collector: Collector,
  tell: (kind: TroubleKind, present: boolean) => void,
): Promise<(() => void) | undefined> {
  try {
    await loadLibrary(library);
  } catch (fault) {
    console.warn('The sound of calls stays in Amazon Connect’s frame:', fault);
    tell('libraryMissing', true);
    return undefined;
  }
  return () => {
    const calls = new HostedCalls();
    collector.hostedBy(calls);
    const begin = () =>
      hostSound((session, isOn) => {
        const stay = stayHere();
        void watchSession(session, isOn, systemClock, {
          onSecond: (second, connection) => {
            calls.add(session.callId, second);
            collector.onSecond(session.callId, second, connection);
          },
          onNetworkChange: () => collector.onFact('networkChanged', true),
          onMicrophone: (is) => {
            collector.onFact('deviceLost', is === 'ended');
            collector.onFact('microphoneSilent', is === 'muted');
          },
        }).finally(stay);
      });
    void inOneTab(begin, (isWaiting) => tell('hostedElsewhere', isWaiting));
  };
}

/**
 * Begins in one tab of this browser: another waits until the first is closed, and says that calls are heard there. Streams would choose one
 * as well, but tells nobody which.
 */
async function inOneTab(begin: () => void, onWait: (isWaiting: boolean) => void): Promise<void> {
  // A browser without the API has no other tab that would wait.
  const isFree = await navigator.locks?.request(lockName, { ifAvailable: true }, (lock) => lock !== null);
  if (isFree === false) onWait(true);
  await lead(lockName, new AbortController().signal, () => {
    onWait(false);
    begin();
    return new Promise<never>(() => {});
  });
}

/** Has the browser ask before the page is left: the sound of the call goes with it. @returns what ends that */
function stayHere(): () => void {
  const ask = (event: Event) => event.preventDefault();
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}
