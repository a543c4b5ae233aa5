import type { Call, CallEvent, CallWarning } from '../../model/messages/call.ts';
import type { CallProblem } from '../../model/messages/problem.ts';
import type { SoftphoneReport } from '../../model/messages/softphone-report.ts';
import type { StreamWindow } from '../../model/messages/softphone-stats.ts';
import { type Sample, streamTypes } from '../../model/quality/sample.ts';
import { columnsOf } from '../../model/quality/samples-of.ts';
import type { PlannedCall } from './call-plan.ts';
import type { CallSamples } from './call-samples.ts';
import { problemOf } from './problem-of.ts';
import { type Random, randomOf } from './random.ts';
import { envelopeOf, type PageLoad, requestOf, type SentMessage } from './sent-message.ts';
import { setupStagesOf } from './setup-stages.ts';
import { warningsOf } from './warnings-of.ts';

/** Streams reports every 30 s, and once at the end. */
const windowMillis = 30_000;

/** What the page sends of one call, in the order in which it sends it. */
export function messagesOfCall(
  page: PageLoad,
  call: PlannedCall,
  samples: CallSamples,
  random: Random,
): SentMessage[] {
  const about = { page, call: aboutCall(page, call), random };
  const events = eventsOf(call);
  const lastSeen = call.outcome === 'reloaded' ? reloadedAt(call) : call.endedAt;
  const messages: SentMessage[] = [];
  const heardAt: number[] = [];
  let told = 0;
  const news = (until: number) => events.filter(({ at }) => Date.parse(at) > told && Date.parse(at) <= until);
  const send = (from: number, until: number) => {
    const windows = windowsBetween(samples, from, until);
    const fresh = news(until);
    heardAt.push(until);
    const warnings = until === lastSeen ? warningsOf(call.contactId, samples, heardAt) : [];
    if (windows.length + fresh.length > 0) {
      messages.push(statsMessage(about, windows, fresh, until, warnings));
    }
    told = until;
  };
  let from = call.connectedAt;
  for (; from + windowMillis < lastSeen; from += windowMillis) send(from, from + windowMillis);
  // The report comes before the last statistics.
  if (call.outcome === 'completed' || call.outcome === 'setupFailed') {
    messages.push(reportMessage(about, reportOf(page, call, samples), call.endedAt));
  }
  if (call.outcome !== 'reloaded') send(from, lastSeen);
  // What was measured since the last window is gone; the next page load knows only that it came in mid-call.
  else messages.push(statsMessage(about, [], news(lastSeen), lastSeen));
  const problem = problemOf(call, samples);
  return problem ? [...messages, problemMessage(about, problem)] : messages;
}

type About = { readonly page: PageLoad; readonly call: Call; readonly random: Random };

function statsMessage(
  { page, call, random }: About,
  windows: StreamWindow[],
  events: CallEvent[],
  at: number,
  warnings: CallWarning[] = [],
): SentMessage {
  const warned = warnings.length > 0 ? { warnings } : {};
  const body = { ...envelopeOf(page, at, random), call, windows, events, ...warned };
  return { route: 'softphone-stats', body, ...requestOf(page, body, random) };
}

function problemMessage({ page, call }: About, problem: CallProblem): SentMessage {
  const random = randomOf(1, 'problem-message', call.contactId);
  const at = Math.max(...problem.symptoms.map((said) => Date.parse(said.at)));
  const body = { ...envelopeOf(page, at, random), call, windows: [], events: [], problem };
  return { route: 'softphone-stats', body, ...requestOf(page, body, random) };
}

function reportMessage(
  { page, call, random }: About,
  report: SoftphoneReport['report'],
  at: number,
): SentMessage {
  const body = { ...envelopeOf(page, at, random), call, events: [], report };
  return { route: 'softphone-reports', body, ...requestOf(page, body, random) };
}

function aboutCall(page: PageLoad, call: PlannedCall): Call {
  return {
    contactId: call.contactId,
    startedAt: iso(call.rungAt),
    queue: { name: call.queue.name, arn: call.queue.arn },
    direction: call.direction,
    signalingEndpoint: 'rtc.connect-telecom.eu-central-1.amazonaws.com',
    iceServers: [`turnnlb-${page.persona.agent.site.name.toLowerCase()}.elb.eu-central-1.amazonaws.com`],
  };
}

function windowsBetween(samples: CallSamples, from: number, until: number): StreamWindow[] {
  return streamTypes.flatMap((streamType) => {
    const its = samples[streamType].filter(({ at }) => at > from && at <= until);
    return its.length > 0 ? [{ streamType, ...columnsOf(its) }] : [];
  });
}

function eventsOf(call: PlannedCall): CallEvent[] {
  const pauses = call.pauses.flatMap(({ kind, from, to }): CallEvent[] => [
    { type: kind === 'mute' ? 'muted' : 'held', at: iso(from) },
    { type: kind === 'mute' ? 'unmuted' : 'resumed', at: iso(to) },
  ]);
  const rung: CallEvent = { type: 'rung', at: iso(call.rungAt) };
  if (call.outcome === 'missed') return [rung, { type: 'missed', at: iso(call.acceptedAt) }];
  const accepted: CallEvent = { type: 'accepted', at: iso(call.acceptedAt) };
  const ended: CallEvent = {
    type: call.outcome === 'vanished' ? 'vanished' : 'ended',
    at: iso(call.endedAt),
  };
  if (call.outcome === 'setupFailed') return [rung, accepted, ended];
  const events: CallEvent[] = [rung, accepted, { type: 'connected', at: iso(call.connectedAt) }, ...pauses];
  if (call.outcome !== 'reloaded') return [...events, ended];
  const reload = reloadedAt(call);
  return [...events.filter(({ at }) => Date.parse(at) < reload), { type: 'reloaded', at: iso(reload) }];
}

/** In the middle of the call. */
function reloadedAt(call: PlannedCall): number {
  return call.connectedAt + Math.round((call.endedAt - call.connectedAt) / 2);
}

function reportOf(page: PageLoad, call: PlannedCall, samples: CallSamples): SoftphoneReport['report'] {
  const failed = call.outcome === 'setupFailed';
  const { gumTimeMillis, ...stages } = setupStagesOf(page.persona, call.contactId);
  const setUp = { callStartTime: iso(call.acceptedAt), callEndTime: iso(call.endedAt), gumTimeMillis };
  const versions = { rtcJsVersion: page.persona.rtcVersion, streamJsVersion: page.persona.streamsVersion };
  if (failed) return { ...setUp, ...versions, failures: [call.failure], iceConnectionsLost: 0 };
  return {
    ...setUp,
    ...versions,
    ...stages,
    talkingTimeMillis: call.endedAt - call.connectedAt,
    failures: [],
    audioInput: totalsOf(samples.audio_input),
    audioOutput: totalsOf(samples.audio_output),
    iceConnectionsLost: 0,
  };
}

function totalsOf(samples: readonly Sample[]) {
  const sum = (of: (sample: Sample) => number | null) =>
    samples.reduce((total, s) => total + (of(s) ?? 0), 0);
  return { packetsLost: sum((s) => s.packetsLost), packetsCount: sum((s) => s.packetsCount) };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
