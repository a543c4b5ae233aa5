import '../no-eval.ts';
import type { AgentSiteSettings } from '../../model/settings/agent-site.ts';
import { deviceFacts } from '../monitor/device-facts.ts';
import { envelopeOf, type PageFacts, type UnsentEnvelope } from '../monitor/envelope.ts';
import { markPageOpen } from '../monitor/open-pages.ts';
import { privateIp } from '../monitor/private-ip.ts';
import { type Collecting, startCollecting } from '../monitor/start-collecting.ts';
import { startSending } from '../monitor/start-sending.ts';
import { watchDevices } from '../monitor/watch-devices.ts';
import type { CcpListener } from './ccp.ts';
import { ccpUrl } from './ccp-url.ts';
import { noActions, type PageActions } from './page-actions.ts';
import { type PageState, withCall, withoutTrouble, withTrouble } from './page-state.ts';
import { loadSettings } from './settings.ts';
import { isSignInWindow } from './sign-in-window.ts';
import { startSignIn } from './start-sign-in.ts';
import type { Store } from './store.ts';
import type { TroubleKind } from './trouble.ts';
import { watchMicrophone } from './watch-microphone.ts';
import { watchSignIn } from './watch-sign-in.ts';

declare const __PAGE_VERSION__: string;

/** Starts everything behind the page, and shows in `store` what comes of it. */
export async function startPage(frame: HTMLElement, store: Store<PageState>): Promise<PageActions> {
  const onUnheard = () => store.change((state) => withTrouble(state, { kind: 'signInUnheard' }));
  if (isSignInWindow(onUnheard)) return noActions;
  if (!isSecureContext) {
    store.change((state) => withTrouble(state, { kind: 'insecure' }));
    return noActions;
  }
  // Fetched meanwhile: it is by far the largest part, and needed last.
  const softphone = import('./ccp.ts');
  softphone.catch(() => {});
  const settings = await loadSettings().catch((fault: Error) => {
    store.change((state) => withTrouble(state, { kind: 'settings', detail: fault.message }));
  });
  if (!settings) return noActions;
  let afterSignIn = () => {};
  const agentSignIn = await startSignIn(settings, () => afterSignIn());
  const url = ccpUrl(settings, location.search);
  const signInUrl = settings.samlUrl ?? url;
  store.change((state) => ({
    ...state,
    signInUrl,
    retentionDays: settings.retentionDays,
    limits: settings.qualityLimits,
  }));
  markPageOpen();
  const facts = pageFacts(settings);
  const sending = startSending(settings, agentSignIn, (sender) =>
    store.change((state) => ({ ...state, sender })),
  );
  afterSignIn = sending.retryNow;
  const collecting = startCollecting(
    facts.envelope,
    sending,
    () => settings.qualityLimits,
    (record, samples) => store.change((state) => withCall(state, record, samples)),
  );
  const { openCcp, signInWindow, streamsVersion } = await softphone;
  facts.learn({ streamsVersion: streamsVersion() });
  const tell = troubleTeller(store);
  const signIn = watchSignIn(signInWindow, tell.signIn);
  const listener = listenerOf(collecting, store, tell.about, signIn.signal, facts);
  openCcp(frame, { ccpUrl: url, samlUrl: settings.samlUrl, region: settings.region }, listener);
  void watchMicrophone(tell.about);
  // Back from having none: most likely by another way.
  addEventListener('online', () => collecting.collector.onFact('networkChanged', true));
  return {
    retry: sending.retryNow,
    signIn: agentSignIn && (() => void agentSignIn.again()),
    say: (contactId, said) => collecting.collector.onProblem(contactId, said),
    dismiss: (contactId, kind) => collecting.collector.onDismiss(contactId, kind),
  };
}

type Facts = {
  envelope(): UnsentEnvelope;
  learn(more: { [Key in keyof PageFacts]?: PageFacts[Key] | undefined }): void;
};

function pageFacts(settings: AgentSiteSettings): Facts {
  let facts: PageFacts = {
    instanceId: settings.instanceId,
    clientId: crypto.randomUUID(),
    pageVersion: __PAGE_VERSION__,
  };
  void deviceFacts().then((device) => {
    facts = { ...facts, device };
  });
  return {
    envelope: () => envelopeOf(facts),
    learn: (more) => {
      facts = Object.assign({}, facts, more);
    },
  };
}

function troubleTeller(store: Store<PageState>) {
  let atSignIn: TroubleKind | undefined;
  const about = (kind: TroubleKind, present: boolean) =>
    store.change((state) => (present ? withTrouble(state, { kind }) : withoutTrouble(state, kind)));
  return {
    about,
    signIn: (kind: TroubleKind | undefined) => {
      if (atSignIn) about(atSignIn, false);
      if (kind) about(kind, true);
      atSignIn = kind;
    },
  };
}

function listenerOf(
  { collector, apiCalls, reportApiCalls }: Collecting,
  store: Store<PageState>,
  onTrouble: CcpListener['onTrouble'],
  onSignIn: CcpListener['onSignIn'],
  facts: Facts,
): CcpListener {
  let signedIn = false;
  const devices = watchDevices((kind, present) => collector.onFact(kind, present));
  return {
    onAgent(agent) {
      facts.learn({ agent });
      if (signedIn) return;
      signedIn = true;
      reportApiCalls();
      store.change((state) => ({ ...state, agent }));
      // Only now: browsers give the address once the microphone is allowed, and the softphone asks for it at sign-in.
      void privateIp().then((address) => facts.learn({ privateIp: address }));
    },
    onCalls(calls) {
      collector.onCalls(calls);
      const isTalking = calls.some((call) => call.state === 'connected');
      devices.onTalking(isTalking);
      // A call that came through refutes what an earlier one complained of.
      if (!isTalking) return;
      for (const kind of ['mediaBlocked', 'microphoneBlocked'] as const) onTrouble(kind, false);
    },
    onAccepted: (contactId) => collector.onAccepted(contactId),
    onMute: (muted) => collector.onMute(muted),
    onStats: (event) => collector.onStats(event),
    onReport: (event) => collector.onReport(event),
    onApiMetric: (event) => apiCalls.note(event),
    onTrouble,
    onSignIn,
  };
}
