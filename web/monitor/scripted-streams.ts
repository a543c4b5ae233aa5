import { recording } from './recordings.ts';
import type { Streams, StreamsAgent, StreamsConnection, StreamsContact } from './streams.ts';

/** What a CCP's frame said to its page, and when, in milliseconds (test/recordings/README.md). */
export type Frame = { readonly afterMillis: number; readonly event: string; readonly data: unknown };

/** The recorded call once more, of another contact, that much later. */
export function recordedCall(contactId: string, laterMillis: number): readonly Frame[] {
  const frames = recording('ccp-frames') as readonly Frame[];
  const first = frames[0]?.afterMillis ?? 0;
  const own = /"contactId":"([^"]+)"/.exec(JSON.stringify(frames))?.[1] ?? '';
  const text = JSON.stringify(frames).replaceAll(own, contactId);
  const moved = text.replaceAll(/"timestamp":"([^"]+)"/g, (_, time: string) => {
    return `"timestamp":"${new Date(Date.parse(time) + laterMillis).toISOString()}"`;
  });
  return (JSON.parse(moved) as readonly Frame[]).map((frame) => ({
    ...frame,
    afterMillis: frame.afterMillis - first + laterMillis,
  }));
}

type Leg = {
  readonly connectionId: string;
  readonly type: string;
  readonly state: { readonly type: string };
  readonly softphoneMediaInfo?: { readonly callConfigJson: string };
};
type Contact = {
  readonly contactId: string;
  readonly type: string;
  readonly state: { readonly type: string };
  readonly queue: { readonly name: string; readonly queueARN: string };
  readonly connections: readonly Leg[];
};
type AgentData = {
  readonly snapshot: { readonly contacts: readonly Contact[] };
  readonly configuration: { readonly username: string; readonly routingProfile: { readonly name: string } };
};

const names: Readonly<Record<string, string>> = {
  softphone_stats: 'SOFTPHONE_STATS',
  softphone_report: 'SOFTPHONE_REPORT',
  api_metric: 'API_METRIC',
  'contact::accepted': 'ACCEPTED',
};

/** Streams as far as it is listened to, for tests: it tells what its frame is said to say. */
export function scriptedStreams(): {
  readonly streams: Streams;
  say(frame: Frame): void;
  listeners(): number;
} {
  const hearing = new Map<string, Set<(news: never) => void>>();
  let agent: StreamsAgent | undefined;
  const subscribe = (event: string, hear: (news: never) => void) => {
    const all = hearing.get(event) ?? new Set();
    hearing.set(event, all.add(hear));
    return { unsubscribe: () => all.delete(hear) };
  };
  const tell = (event: string, news: unknown) => {
    for (const hear of hearing.get(event) ?? []) hear(news as never);
  };
  const agentOf = (data: AgentData): StreamsAgent => ({
    getConfiguration: () => data.configuration,
    getContacts: () => data.snapshot.contacts.map(contactOf),
    onRefresh: (hear) => subscribe('refresh', hear),
    onMuteToggle: (hear) => subscribe('agent::mute_toggle', hear),
  });
  return {
    streams: {
      core: { getEventBus: () => ({ subscribe }) },
      EventType: {
        SOFTPHONE_STATS: 'SOFTPHONE_STATS',
        SOFTPHONE_REPORT: 'SOFTPHONE_REPORT',
        API_METRIC: 'API_METRIC',
        LOG: 'LOG',
      },
      ContactEvents: { ACCEPTED: 'ACCEPTED' },
      agent: (hear) => subscribe('init', hear),
    },
    say({ event, data }) {
      if (event !== 'agent::update') return tell(names[event] ?? event, data);
      const isFirst = agent === undefined;
      agent = agentOf(data as AgentData);
      tell(isFirst ? 'init' : 'refresh', agent);
    },
    listeners: () => [...hearing.values()].reduce((sum, { size }) => sum + size, 0),
  };
}

function contactOf(data: Contact): StreamsContact {
  const legs = data.connections.map(connectionOf);
  return {
    getContactId: () => data.contactId,
    getType: () => data.type,
    getStatus: () => data.state,
    getQueue: () => data.queue,
    isInbound: () => true,
    isSoftphoneCall: () => data.connections.some(({ softphoneMediaInfo }) => softphoneMediaInfo),
    getConnections: () => legs,
    getAgentConnection: () => legs[data.connections.findIndex(({ type }) => type === 'agent')] ?? null,
  };
}

function connectionOf({ connectionId, state, softphoneMediaInfo }: Leg): StreamsConnection {
  return {
    getConnectionId: () => connectionId,
    isActive: () => state.type !== 'disconnected',
    isOnHold: () => state.type === 'hold',
    getSoftphoneMediaInfo: () => softphoneMediaInfo ?? null,
  };
}
