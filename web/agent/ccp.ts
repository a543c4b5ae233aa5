import '../no-eval.ts';
import 'amazon-connect-streams';
import type { Streams } from '../monitor/streams.ts';
import { needsStorageAccess } from './ccp-url.ts';
import { type TroubleKind, troubleOfSoftphoneError } from './trouble.ts';

/** What the page hears from the softphone beside the calls. */
export type CcpListener = {
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
  /** This page hosts the sound of calls itself (hosted/). */
  readonly pageHosts: boolean;
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
    // Where the frame hosts the sound it may ask for the microphone and play (Streams delegates both to it).
    softphone: { allowFramedSoftphone: !options.pageHosts },
    pageOptions: { enableAudioDeviceSettings: true, enablePhoneTypeSettings: true },
    storageAccess: { canRequest: needsStorageAccess(options.ccpUrl), mode: 'default' },
    iframeTitle: 'Amazon Connect softphone',
  });
  listenToBus(listener);
  connect.agent((agent) => listenToAgent(agent, listener));
}

/** Connect's own softphone, to listen to. */
export function streams(): Streams {
  return connect;
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
  listener.onSignIn('agent');
  agent.onRefresh(() => listener.onSignIn('agent'));
  agent.onSoftphoneError(({ errorType }) => {
    const kind = troubleOfSoftphoneError(String(errorType));
    if (kind) listener.onTrouble(kind, true);
  });
  agent.onWebSocketConnectionLost(() => listener.onTrouble('connectionLost', true));
  agent.onWebSocketConnectionGained(() => listener.onTrouble('connectionLost', false));
}
