/**
 * What is used of amazon-connect-streams (its Documentation.md names all of it). The library itself is the page's: it is
 * handed over as it is, and nothing is changed in it.
 */
export type Streams = {
  readonly core: { getEventBus(): StreamsBus };
  readonly EventType: {
    readonly SOFTPHONE_STATS: string;
    readonly SOFTPHONE_REPORT: string;
    readonly API_METRIC: string;
    readonly LOG: string;
  };
  readonly ContactEvents: { readonly ACCEPTED: string };
  agent(onAgent: (agent: StreamsAgent) => void): StreamsSubscription;
};

/** A function, of which Streams' own types say no more than that it is one. */
export type StreamsSubscription = { readonly unsubscribe: unknown };

export type StreamsBus = { subscribe(event: string, hear: (news: never) => void): StreamsSubscription };

export type StreamsAgent = {
  getConfiguration(): {
    readonly username: string;
    readonly routingProfile?: { readonly name: string } | null;
  };
  getContacts(): readonly StreamsContact[];
  onRefresh(hear: (agent: StreamsAgent) => void): StreamsSubscription;
  onMuteToggle(hear: (news: { readonly muted: boolean }) => void): StreamsSubscription;
};

export type StreamsContact = {
  getContactId(): string;
  getType(): string;
  getStatus(): { readonly type: string };
  getQueue(): { readonly name?: string | null; readonly queueARN?: string | null } | null;
  isInbound(): boolean;
  isSoftphoneCall(): boolean;
  getConnections(): readonly StreamsConnection[];
  /** Typed as always there; it is not for a contact that a supervisor watches. */
  getAgentConnection(): StreamsConnection | null;
};

export type StreamsConnection = {
  getConnectionId(): string;
  isActive(): boolean;
  isOnHold(): boolean;
  getSoftphoneMediaInfo?(): { readonly callConfigJson?: unknown } | null;
};
