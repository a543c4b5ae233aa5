import '../no-eval.ts';
import type { AgentSiteSettings } from '../../model/settings/agent-site.ts';
import { type Monitor, type MonitorSettings, startMonitor } from '../monitor/start-monitor.ts';
import type { Streams } from '../monitor/streams.ts';
import type { CcpListener } from './ccp.ts';
import { ccpUrl } from './ccp-url.ts';
import { hostingLibrary } from './hosted/softphone-mode.ts';
import type { CallLogs } from './log/call-logs.ts';
import { noActions, type PageActions } from './page-actions.ts';
import { type PageState, withoutTrouble, withTrouble } from './page-state.ts';
import { loadSettings } from './settings.ts';
import { isSignInWindow } from './sign-in-window.ts';
import { type SignedIn, startSignIn } from './start-sign-in.ts';
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
    wordless: settings.problemWords === 'off',
    logged: settings.callLogs === 'on',
    limits: settings.qualityLimits,
  }));
  const about = troubleTeller(store);
  let log: CallLogs | undefined;
  const monitor = startMonitor(monitorSettings(settings, agentSignIn), {
    onState: (monitored) => store.change((state) => ({ ...state, ...monitored })),
    // A call that came through refutes what an earlier one complained of.
    onTalking: (isTalking) => isTalking && about.refute('mediaBlocked', 'microphoneBlocked'),
    onRecord: (record) => void log?.onRecord(record),
  });
  afterSignIn = monitor.retryNow;
  const { openCcp, signInWindow, streams, streamsVersion } = await softphone;
  const signIn = watchSignIn(signInWindow, about.signIn);
  const hostSound = await soundHost(settings, monitor.collector, about.tell);
  const { samlUrl, region } = settings;
  openCcp(
    frame,
    { ccpUrl: url, samlUrl, region, pageHosts: hostSound !== undefined },
    { onTrouble: about.tell, onSignIn: signIn.signal },
  );
  hostSound?.();
  monitor.listen(streams(), streamsVersion());
  if (settings.callLogs === 'on') {
    void import('./log/start-log.ts').then(({ startLog }) => {
      log = startLog(streams(), monitor.means);
    });
  }
  void Promise.all([watchMicrophone(about.tell), checkComputer(settings, store, monitor)]);
  const readiness = watchReadiness(store, streams(), monitor);
  return {
    retry: monitor.retryNow,
    signIn: agentSignIn && (() => void agentSignIn.again()),
    say: monitor.say,
    dismiss: monitor.dismiss,
    dismissNote: (source) => void readiness.then(({ dismiss }) => dismiss(source)),
  };
}

/** Loaded when all that a call needs is there. */
async function watchReadiness(store: Store<PageState>, streams: Streams, { send }: Monitor) {
  const { startReadiness } = await import('./readiness/start-readiness.ts');
  return startReadiness(store, streams, send);
}

/** Loaded where it is switched on, or the page's address asks for it. Nobody waits for it. */
async function checkComputer(settings: AgentSiteSettings, store: Store<PageState>, { means }: Monitor) {
  const isAskedFor = new URLSearchParams(location.search).get('check') === 'signIn';
  if (settings.checkAtSignIn !== 'on' && !isAskedFor) return;
  const { startAtSignIn } = await import('./preflight/start-at-sign-in.ts');
  await startAtSignIn(settings, store, means, isAskedFor);
}

/** What has this page host the sound of calls itself, where it is to and can; else the frame does. */
async function soundHost(
  settings: AgentSiteSettings,
  collector: Monitor['collector'],
  tell: CcpListener['onTrouble'],
): Promise<(() => void) | undefined> {
  const library = hostingLibrary(settings, location.search);
  if (!library) return undefined;
  const { prepareHost } = await import('./hosted/host-softphone.ts');
  return prepareHost(library, collector, tell);
}

function monitorSettings(settings: AgentSiteSettings, signIn: SignedIn | undefined): MonitorSettings {
  return {
    apiUrl: settings.apiUrl,
    instanceId: settings.instanceId,
    limits: settings.qualityLimits,
    outboxDays: settings.outboxDays ?? settings.retentionDays,
    pageVersion: __PAGE_VERSION__,
    signIn,
  };
}

function troubleTeller(store: Store<PageState>) {
  let atSignIn: TroubleKind | undefined;
  const tell = (kind: TroubleKind, present: boolean) =>
    store.change((state) => (present ? withTrouble(state, { kind }) : withoutTrouble(state, kind)));
  return {
    tell,
    refute: (...kinds: readonly TroubleKind[]) => store.change((state) => withoutTrouble(state, ...kinds)),
    signIn: (kind: TroubleKind | undefined) => {
      if (atSignIn) tell(atSignIn, false);
      if (kind) tell(kind, true);
      atSignIn = kind;
    },
  };
}
