import type { QualityLimits } from '../../model/quality/limits.ts';
import type { WarningKind } from '../../model/warnings/warning-kinds.ts';
import type { Letter } from '../push/waiting.ts';
import type { CallRecord } from './call-record.ts';
import { deviceFacts } from './device-facts.ts';
import { envelopeOf, type PageFacts, type UnsentEnvelope } from './envelope.ts';
import { listenTo, type SoftphoneListener } from './listen.ts';
import type { MonitorState } from './monitor-state.ts';
import { markPageOpen } from './open-pages.ts';
import { privateIp } from './private-ip.ts';
import type { Said } from './said.ts';
import { type Collecting, startCollecting } from './start-collecting.ts';
import { type Sending, type SendingSettings, type SigningIn, startSending } from './start-sending.ts';
import type { Streams } from './streams.ts';
import { watchDevices } from './watch-devices.ts';
import { withCall } from './with-call.ts';

export type MonitorSettings = SendingSettings & {
  readonly instanceId: string;
  readonly pageVersion: string;
  readonly limits: QualityLimits;
  /** Absent where agents do not sign in to send. */
  readonly signIn?: SigningIn | undefined;
};

export type MonitorNews = {
  onState(state: MonitorState): void;
  /** At each change of anything: whether the agent talks in any call. */
  onTalking?(isTalking: boolean): void;
  /** At each change of what is known of a call. */
  onRecord?(record: CallRecord): void;
};

/** Everything between the softphone and the server, without a page. */
export type Monitor = {
  readonly collector: Collecting['collector'];
  /** For who tells more of calls. */
  readonly means: {
    readonly calls: Collecting['calls'];
    readonly envelope: () => UnsentEnvelope;
    readonly put: Sending['put'];
  };
  /** Listens to the softphone. `version` is that of Streams, where it is known. */
  listen(streams: Streams, version?: string): void;
  /** Tries to send now. */
  retryNow(): void;
  /** The agent says something of a call. */
  say(contactId: string, said: Said): void;
  /** The agent has read a warning. */
  dismiss(contactId: string, kind: WarningKind): void;
  /** Puts a message that is about no call into the outbox. Throws before the softphone has said whose it is. */
  send(letterOf: (envelope: UnsentEnvelope) => Letter): Promise<void>;
  /** Ends all of it; resolves when nothing is held any more. What is not sent yet waits for the next page. */
  stop(): Promise<void>;
};

/** Begins to send what waits in this browser, and is ready to listen. */
export function startMonitor(settings: MonitorSettings, news: MonitorNews): Monitor {
  const ends = new AbortController();
  const { signal } = ends;
  let state: MonitorState = { limits: settings.limits };
  const change = (next: MonitorState) => {
    if (next === state || signal.aborted) return;
    state = next;
    news.onState(state);
  };
  markPageOpen(signal);
  const facts = pageFacts(settings);
  const sending = startSending(settings, settings.signIn, (sender) => change({ ...state, sender }));
  const collecting = startCollecting(
    facts.envelope,
    sending,
    () => settings.limits,
    (record, samples, latest) => {
      change(withCall(state, record, samples, latest));
      // A second that changes no more than the figures is no news.
      if (!latest) news.onRecord?.(record);
    },
  );
  const { collector } = collecting;
  // Back from having none: most likely by another way.
  addEventListener('online', () => collector.onFact('networkChanged', true), { signal });
  let stopped: Promise<void> | undefined;
  return {
    collector,
    means: { calls: collecting.calls, envelope: facts.envelope, put: sending.put },
    listen(streams, version) {
      facts.learn({ streamsVersion: version });
      const onAgent: SoftphoneListener['onAgent'] = (agent) => change({ ...state, agent });
      listenTo(streams, listenerOf(collecting, facts, { ...news, onAgent }, signal), signal);
    },
    retryNow: sending.retryNow,
    say: (contactId, said) => collector.onProblem(contactId, said),
    dismiss: (contactId, kind) => collector.onDismiss(contactId, kind),
    send: (letterOf) => sending.put(letterOf(facts.envelope())),
    stop() {
      ends.abort();
      stopped ??= collecting.stop().then(sending.stop);
      return stopped;
    },
  };
}

type Facts = {
  envelope(): UnsentEnvelope;
  learn(more: { [Key in keyof PageFacts]?: PageFacts[Key] | undefined }): void;
};

function pageFacts({ instanceId, pageVersion }: MonitorSettings): Facts {
  let facts: PageFacts = { instanceId, clientId: crypto.randomUUID(), pageVersion };
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

function listenerOf(
  { collector, apiCalls, reportApiCalls }: Collecting,
  facts: Facts,
  news: Pick<MonitorNews, 'onTalking'> & Pick<SoftphoneListener, 'onAgent'>,
  ends: AbortSignal,
): SoftphoneListener {
  let signedIn = false;
  const devices = watchDevices((kind, present) => collector.onFact(kind, present), ends);
  return {
    onAgent(agent) {
      facts.learn({ agent });
      if (signedIn) return;
      signedIn = true;
      reportApiCalls();
      news.onAgent(agent);
      // Only now: browsers give the address once the microphone is allowed, and the softphone asks for it at sign-in.
      void privateIp().then((address) => facts.learn({ privateIp: address }));
    },
    onCalls(calls) {
      collector.onCalls(calls);
      const isTalking = calls.some((call) => call.state === 'connected');
      devices.onTalking(isTalking);
      news.onTalking?.(isTalking);
    },
    onAccepted: (contactId) => collector.onAccepted(contactId),
    onMute: (muted) => collector.onMute(muted),
    onStats: (event) => collector.onStats(event),
    onReport: (event) => collector.onReport(event),
    onApiMetric: (event) => apiCalls.note(event),
  };
}
