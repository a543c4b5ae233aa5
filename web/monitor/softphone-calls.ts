import type { ContactFacts } from './call-record.ts';
import { mediaHosts } from './hosts.ts';
import { present } from './present.ts';
import type { StreamsAgent, StreamsConnection, StreamsContact } from './streams.ts';
import type { CallSnapshot } from './watch-calls.ts';

/** Tells the agent's softphone calls, of each snapshot of the agent. */
export function softphoneCalls(): (agent: Pick<StreamsAgent, 'getContacts'>) => CallSnapshot[] {
  /** Calls are remembered while they are there: the last snapshot of a call may have lost its media. */
  let known: ReadonlySet<string> = new Set();
  return (agent) => {
    const calls = agent
      .getContacts()
      .filter((contact) => contact.getType() === 'voice' || contact.getType() === 'queue_callback')
      .filter((contact) => known.has(contact.getContactId()) || contact.isSoftphoneCall());
    known = new Set(calls.map((contact) => contact.getContactId()));
    return calls.map(snapshotOf);
  };
}

const states: Readonly<Record<string, CallSnapshot['state']>> = {
  connected: 'connected',
  ended: 'ended',
  missed: 'missed',
  rejected: 'missed',
  error: 'missed',
};

function snapshotOf(contact: StreamsContact): CallSnapshot {
  const connection = contact.getAgentConnection();
  return {
    contactId: contact.getContactId(),
    state: states[contact.getStatus().type] ?? 'ringing',
    onHold: isOnHold(contact, connection),
    facts: factsOf(contact, connection),
  };
}

/** "Hold" in the softphone holds the customer's leg, "hold all" the agent's own. */
function isOnHold(contact: StreamsContact, own: StreamsConnection | null): boolean {
  if (own?.isOnHold()) return true;
  const others = contact
    .getConnections()
    .filter((leg) => leg.isActive() && leg.getConnectionId() !== own?.getConnectionId());
  return others.length > 0 && others.every((leg) => leg.isOnHold());
}

/** No attributes, no endpoints: they hold what callers said and their numbers. */
function factsOf(contact: StreamsContact, connection: StreamsConnection | null): ContactFacts {
  const { name, queueARN } = contact.getQueue() ?? {};
  const callback = contact.getType() === 'queue_callback';
  return {
    ...present<ContactFacts>({
      queue:
        name || queueARN
          ? present<{ name?: string; arn?: string }>({ name: name || undefined, arn: queueARN || undefined })
          : undefined,
      direction: callback ? 'callback' : contact.isInbound() ? 'inbound' : 'outbound',
    }),
    ...mediaHosts(connection?.getSoftphoneMediaInfo?.()?.callConfigJson),
  };
}
