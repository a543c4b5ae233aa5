import type { AgentIdentity } from './agent-identity.ts';
import { present } from './present.ts';
import { softphoneCalls } from './softphone-calls.ts';
import type { Streams, StreamsAgent, StreamsSubscription } from './streams.ts';
import type { CallSnapshot } from './watch-calls.ts';

/** What is heard from the softphone. Events of the bus are handed on as they are: their reader parses them. */
export type SoftphoneListener = {
  onAgent(agent: AgentIdentity): void;
  /** All of the agent's softphone calls, at each change of anything. */
  onCalls(calls: readonly CallSnapshot[]): void;
  onAccepted(contactId: string): void;
  onMute(muted: boolean): void;
  onStats(event: unknown): void;
  onReport(event: unknown): void;
  onApiMetric(event: unknown): void;
};

/** Listens to the softphone, until the signal aborts. Streams must have its event bus: `initCCP()` makes it. */
export function listenTo(streams: Streams, listener: SoftphoneListener, signal: AbortSignal): void {
  const until = (subscription: StreamsSubscription) =>
    signal.addEventListener('abort', () => (subscription as { unsubscribe(): void }).unsubscribe());
  const bus = streams.core.getEventBus();
  const { EventType: events, ContactEvents: contacts } = streams;
  until(bus.subscribe(events.SOFTPHONE_STATS, (event: unknown) => listener.onStats(event)));
  until(bus.subscribe(events.SOFTPHONE_REPORT, (event: unknown) => listener.onReport(event)));
  until(bus.subscribe(events.API_METRIC, (event: unknown) => listener.onApiMetric(event)));
  until(
    bus.subscribe(contacts.ACCEPTED, (contact: { contactId?: string } | undefined) => {
      if (contact?.contactId) listener.onAccepted(contact.contactId);
    }),
  );
  const callsOf = softphoneCalls();
  const look = (agent: StreamsAgent) => {
    listener.onAgent(identityOf(agent));
    listener.onCalls(callsOf(agent));
  };
  let known = false;
  until(
    streams.agent((agent) => {
      look(agent);
      // Of the bus, not of this object: one subscription hears all that comes.
      if (known) return;
      known = true;
      until(agent.onRefresh(look));
      until(agent.onMuteToggle(({ muted }) => listener.onMute(muted)));
    }),
  );
}

function identityOf(agent: StreamsAgent): AgentIdentity {
  const { username, routingProfile } = agent.getConfiguration();
  return {
    agent: username.toLowerCase(),
    ...present<{ routingProfile?: string }>({ routingProfile: routingProfile?.name }),
  };
}
