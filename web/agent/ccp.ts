import '../no-eval.ts';
import 'amazon-connect-streams';
import type { AgentIdentity } from '../monitor/agent-identity.ts';
import type { ContactFacts } from '../monitor/call-record.ts';
import { mediaHosts } from '../monitor/hosts.ts';
import { present } from '../monitor/present.ts';
import type { CallSnapshot } from '../monitor/watch-calls.ts';
import { needsStorageAccess } from './ccp-url.ts';
import { type TroubleKind, troubleOfSoftphoneError } from './trouble.ts';

/** What the page hears from the softphone. Events of the bus are handed on as they are: their reader parses them. */
export type CcpListener = {
  onAgent(agent: AgentIdentity): void;
  /** All of the agent's softphone calls, at each change of anything. */
  onCalls(calls: readonly CallSnapshot[]): void;
  onAccepted(contactId: string): void;
  onMute(muted: boolean): void;
  onStats(event: unknown): void;
  onReport(event: unknown): void;
  onApiMetric(event: unknown): void;
  onTrouble(kind: TroubleKind, present: boolean): void;
  onSignIn(signal: SignInSignal): void;
};

/** `agent`: the softphone is signed in and speaks. */
export type SignInSignal =
  | 'agent'
  | 'unanswered'
  | 'gaveUp'
  | 'accessDenied'
  | 'storageAsk'
  | 'storageDenied';

export type CcpOptions = {
  readonly ccpUrl: string;
  readonly samlUrl?: string | undefined;
  readonly region: string;
};

/** Connect's own softphone in a frame (amazon-connect-streams, Documentation.md, `connect.core.initCCP()`). */
export function openCcp(container: HTMLElement, options: CcpOptions, listener: CcpListener): void {
  connect.core.initCCP(container, {
    ccpUrl: options.ccpUrl,
    region: options.region,
    ...(options.samlUrl ? { loginUrl: options.samlUrl } : {}),
    loginPopup: true,
    loginPopupAutoClose: true,
    loginOptions: { autoClose: true, height: 600, width: 480 },
    // The frame hosts the audio: it may ask for the microphone and play sound (Streams delegates both to it).
    softphone: { allowFramedSoftphone: true },
    pageOptions: { enableAudioDeviceSettings: true, enablePhoneTypeSettings: true },
    storageAccess: { canRequest: needsStorageAccess(options.ccpUrl), mode: 'default' },
    iframeTitle: 'Amazon Connect softphone',
  });
  listenToBus(listener);
  connect.agent((agent) => listenToAgent(agent, listener));
}

/** The version of Streams. */
export function streamsVersion(): string | undefined {
  return (connect as { version?: string }).version;
}

/** The sign-in window that Streams opened; undefined where it opened none, or the browser did not let it. */
export function signInWindow(): Window | undefined {
  return (connect.core as { loginWindow?: Window | null }).loginWindow ?? undefined;
}

function listenToBus(listener: CcpListener): void {
  const bus = connect.core.getEventBus();
  const events = connect.EventType;
  bus.subscribe(events.SOFTPHONE_STATS, (event: unknown) => listener.onStats(event));
  bus.subscribe(events.SOFTPHONE_REPORT, (event: unknown) => listener.onReport(event));
  bus.subscribe(events.API_METRIC, (event: unknown) => listener.onApiMetric(event));
  bus.subscribe(events.ACK_TIMEOUT, () => listener.onSignIn('unanswered'));
  bus.subscribe(events.AUTH_FAIL, () => listener.onSignIn('unanswered'));
  connect.core.onIframeRetriesExhausted(() => listener.onSignIn('gaveUp'));
  connect.core.onAccessDenied(() => listener.onSignIn('accessDenied'));
  connect.storageAccess.onRequest({
    onInit: ({ data }) => void (data.hasAccess || listener.onSignIn('storageAsk')),
    onDeny: () => listener.onSignIn('storageDenied'),
  });
}

function listenToAgent(agent: connect.Agent, listener: CcpListener): void {
  const onRefresh = (now: connect.Agent) => {
    listener.onSignIn('agent');
    listener.onAgent(identityOf(now));
    listener.onCalls(callsOf(now));
  };
  onRefresh(agent);
  agent.onRefresh(onRefresh);
  agent.onMuteToggle(({ muted }) => listener.onMute(muted));
  agent.onSoftphoneError(({ errorType }) => {
    const kind = troubleOfSoftphoneError(String(errorType));
    if (kind) listener.onTrouble(kind, true);
  });
  agent.onWebSocketConnectionLost(() => listener.onTrouble('connectionLost', true));
  agent.onWebSocketConnectionGained(() => listener.onTrouble('connectionLost', false));
  connect.core
    .getEventBus()
    .subscribe(connect.ContactEvents.ACCEPTED, (contact: { contactId?: string } | undefined) => {
      if (contact?.contactId) listener.onAccepted(contact.contactId);
    });
}

function identityOf(agent: connect.Agent): AgentIdentity {
  const { username, routingProfile } = agent.getConfiguration();
  return {
    agent: username.toLowerCase(),
    ...present<{ routingProfile?: string }>({ routingProfile: routingProfile?.name }),
  };
}

/** Softphone calls are remembered: the last snapshot of a call may have lost its media. */
const softphoneCalls = new Set<string>();

function callsOf(agent: connect.Agent): CallSnapshot[] {
  return agent
    .getContacts()
    .filter((contact) => contact.getType() === 'voice' || contact.getType() === 'queue_callback')
    .filter((contact) => isSoftphone(contact))
    .map(snapshotOf);
}

function isSoftphone(contact: connect.Contact): boolean {
  const id = contact.getContactId();
  if (contact.isSoftphoneCall()) softphoneCalls.add(id);
  return softphoneCalls.has(id);
}

const states: Readonly<Record<string, CallSnapshot['state']>> = {
  connected: 'connected',
  ended: 'ended',
  missed: 'missed',
  rejected: 'missed',
  error: 'missed',
};

function snapshotOf(contact: connect.Contact): CallSnapshot {
  // Typed as always there; it is not for a contact that a supervisor watches.
  const connection = contact.getAgentConnection() as connect.VoiceConnection | null;
  return {
    contactId: contact.getContactId(),
    state: states[contact.getStatus().type] ?? 'ringing',
    onHold: isOnHold(contact, connection),
    facts: factsOf(contact, connection),
  };
}

/** "Hold" in the softphone holds the customer's leg, "hold all" the agent's own. */
function isOnHold(contact: connect.Contact, own: connect.VoiceConnection | null): boolean {
  if (own?.isOnHold()) return true;
  const others = contact
    .getConnections()
    .filter((leg) => leg.isActive() && leg.getConnectionId() !== own?.getConnectionId());
  return others.length > 0 && others.every((leg) => leg.isOnHold());
}

/** No attributes, no endpoints: they hold what callers said and their numbers. */
function factsOf(contact: connect.Contact, connection: connect.VoiceConnection | null): ContactFacts {
  const { name, queueARN } = contact.getQueue() ?? {};
  const media = connection as { getSoftphoneMediaInfo?(): { callConfigJson?: unknown } | null } | null;
  const callback = contact.getType() === 'queue_callback';
  return {
    ...present<ContactFacts>({
      queue:
        name || queueARN
          ? present<{ name?: string; arn?: string }>({ name: name || undefined, arn: queueARN || undefined })
          : undefined,
      direction: callback ? 'callback' : contact.isInbound() ? 'inbound' : 'outbound',
    }),
    ...mediaHosts(media?.getSoftphoneMediaInfo?.()?.callConfigJson),
  };
}
