import type { AgentChange } from '../documents/contact-states.ts';
import { inOrder } from '../documents/time-order.ts';
import { groupBy } from './group-by.ts';
import type { Stretch } from './interval.ts';

/**
 * How long an event says what its agent is in. Connect sends a heartbeat after 120 seconds without another event (Amazon
 * Connect Administrator Guide, "Data model for agent event streams"); when two are missing, nobody knows any more.
 */
export const silenceMillis = 300_000;

/** What an agent was in from one event until the next, while online; in whole seconds, as contact records are. */
export type AgentSpan = Stretch & {
  readonly agent: string;
  /** In a status of the centre's own, as a break or a training: Connect's non-productive time. */
  readonly isCustom: boolean;
  /** Available, and no contact at hand. */
  readonly isIdle: boolean;
};

/** These are no work at hand: Connect's "error state", which it counts as idle. */
const failed = ['ERROR', 'MISSED', 'REJECTED'];

/**
 * The times in which agents were online, as their events tell.
 *
 * @param events heartbeats too, in any order; those of `silenceMillis` before the time that is asked about belong to it
 */
export function agentSpans(events: readonly AgentChange[]): readonly AgentSpan[] {
  const named = events.filter(({ agent }) => agent !== undefined);
  return groupBy(named, ({ agent = '' }) => [agent]).flatMap((its) => {
    const ordered = [...its].sort(
      (a, b) => inOrder(a['@timestamp'], b['@timestamp']) || inOrder(a.eventId, b.eventId),
    );
    return ordered.flatMap((event, i) => spanOf(event, ordered[i + 1]) ?? []);
  });
}

function spanOf(event: AgentChange, next: AgentChange | undefined): AgentSpan | undefined {
  const type = event.eventType === 'LOGOUT' ? 'OFFLINE' : typeOf(event.state);
  const from = wholeSecond(event);
  const to = Math.min(from + silenceMillis, next ? wholeSecond(next) : Number.POSITIVE_INFINITY);
  if (type === undefined || type === 'OFFLINE' || to <= from) return undefined;
  const isFree = (event.contacts ?? []).every(({ state = '' }) => failed.includes(state));
  return {
    agent: event.agent ?? '',
    from,
    to,
    isCustom: type !== 'ROUTABLE',
    isIdle: type === 'ROUTABLE' && isFree,
  };
}

/** Events of older instances have no type; Connect's own two statuses keep their names. */
function typeOf({ type, name }: NonNullable<AgentChange['state']> = {}): string | undefined {
  if (type !== undefined || name === undefined) return type;
  return { Available: 'ROUTABLE', Offline: 'OFFLINE' }[name] ?? 'CUSTOM';
}

function wholeSecond({ '@timestamp': at }: AgentChange): number {
  return Math.floor(Date.parse(at) / 1000) * 1000;
}
