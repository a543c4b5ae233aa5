import type { CallConnection } from '../../../model/messages/call.ts';
import type { EventSamples } from '../../monitor/watch-stats.ts';
import type { Clock } from '../../push/clock.ts';
import { followReports } from './follow-reports.ts';
import { type Microphone, microphoneOf } from './microphone-of.ts';
import { readTotals } from './read-totals.ts';
import { secondOf } from './second-of.ts';
import type { Session } from './softphone-manager.ts';
import type { Totals } from './totals.ts';

const everyMillis = 1000;
/** Until then a connection may still choose among several ways that work (RFC 8445, 8.1.1). */
const settlingMillis = 5000;

export type SessionListener = {
  /** Of each second, what it brought. */
  onSecond(second: EventSamples, connection: CallConnection): void;
  /** The packets go another way than before: the computer has changed its network. */
  onNetworkChange(): void;
  /** Told when it changes, and every second while it is muted: what it is muted beside may end. */
  onMicrophone(microphone: Microphone): void;
};

/** Looks at a call's connection every second; resolves when its sound is over. */
export async function watchSession(
  session: Session,
  isOn: () => boolean,
  clock: Clock,
  listener: SessionListener,
): Promise<void> {
  const isOtherWay = followWay();
  const isUnheard = followReports();
  let before: Totals | undefined;
  let microphone: Microphone | undefined;
  let networkChanges = 0;
  let due = clock.now();
  while (isOn()) {
    const now = await look(session, clock);
    if (now && isOtherWay(now)) {
      networkChanges++;
      listener.onNetworkChange();
    }
    const is = now && microphoneOf(session);
    if (is && (is !== microphone || is === 'muted')) listener.onMicrophone(is);
    microphone = is ?? microphone;
    const unheard = now !== undefined && isUnheard(now);
    if (now && before) {
      listener.onSecond(secondOf(before, now, unheard), { ...now.connection, networkChanges });
    }
    before = now ?? before;
    // A page that was asleep does not make up for what it has missed.
    due = Math.max(due + everyMillis, clock.now());
    await clock.sleep(due - clock.now());
  }
}

/** Gives what tells, of each look, whether the packets go another way than at the one before. */
function followWay(): (totals: Totals) => boolean {
  let name: string | undefined;
  let since = 0;
  return ({ way, at }) => {
    if (way === undefined || way === name) return false;
    const isFirst = name === undefined;
    if (isFirst) since = at;
    name = way;
    return !isFirst && at - since >= settlingMillis;
  };
}

/** A connection that is being made, or is closed just now, tells nothing. */
async function look({ _pc }: Session, clock: Clock): Promise<Totals | undefined> {
  const report = await _pc?.getStats().catch(() => undefined);
  return report && readTotals(report, clock.now());
}
