import type { QualityLimits } from '../quality/limits.ts';
import { packetsLostPercent } from '../quality/loss.ts';
import type { Sample, StreamType } from '../quality/sample.ts';
import type { WarningKind } from './warning-kinds.ts';

/** What a second says of a trouble. `between` is worse than where it is over and better than where it begins. */
type Verdict = 'bad' | 'good' | 'between' | 'unknown';

export type WarningRule = {
  readonly kind: WarningKind;
  readonly streamType: StreamType;
  /** Raised after so many bad samples without another between them; never, where the samples alone cannot tell. */
  readonly raiseSamples: number;
  /** Cleared after so many good ones. */
  readonly clearSamples: number;
  /** @param recent the last samples of the stream, oldest first, at least one and at most `recentSamples` */
  readonly judge: (recent: readonly Sample[]) => Verdict;
};

/**
 * The far side's reports of loss come up to 7.5 s apart (RTCP, libwebrtc), each with all that was lost since the one
 * before: of fewer seconds the share would be one of reports, not of packets.
 */
export const recentSamples = 15;
/** Of fewer no share of what the far side reports is made. */
const leastReported = 10;
/** What is lost on the way to the agent is known in the same second… */
const countedSamples = 5;
/** …so several of them must say so: one hiccup, however long, is over when it could be told. */
const leastLossy = 3;

/** So many samples hold two reports at least. */
const reportSamples = 9;

/** Digital silence: a microphone that works hears the room (DESIGN: silence is a level of at most 1 of 32767). */
const silentLevel = 1;
/** A pause in talking is shorter than that. */
const silentSamples = 25;
/** Operata warns after 5 s without packets from the caller. */
const stoppedSamples = 5;

/**
 * By what samples warnings are raised and cleared. Loss and delay are raised where a window would be poor. They are
 * cleared well below it, so that a figure that goes up and down about the limit is told once (as in Twilio's monitor,
 * twilio-voice.js `statsMonitor.ts`, which has a limit for each, too).
 */
export function warningRules({ fair, poor }: QualityLimits): readonly WarningRule[] {
  return [
    stopped('nothingArrives', 'audio_input'),
    stopped('nothingLeaves', 'audio_output'),
    silent('callerSilent', 'audio_input'),
    silent('microphoneSilent', 'audio_output'),
    lossy('lossToAgent', 'audio_input', poor.packetsLostPercent, countedLoss),
    lossy('lossFromAgent', 'audio_output', poor.packetsLostPercent, reportedLoss),
    {
      kind: 'delay',
      streamType: 'audio_output',
      raiseSamples: 1,
      clearSamples: reportSamples,
      judge: (recent) => {
        const millis = last(recent)?.roundTripTimeMillis;
        if (millis === null || millis === undefined) return 'unknown';
        if (millis < fair.roundTripTimeMillis) return 'good';
        return isReportedTwice(recent, poor.roundTripTimeMillis) ? 'bad' : 'between';
      },
    },
    // Raised by what the page is told; the call has survived it when sound goes on for a while.
    {
      kind: 'networkChanged',
      streamType: 'audio_input',
      raiseSamples: Number.POSITIVE_INFINITY,
      clearSamples: 10,
      judge: (recent) => ((last(recent)?.packetsCount ?? 0) > 0 ? 'good' : 'between'),
    },
  ];
}

function stopped(kind: WarningKind, streamType: StreamType): WarningRule {
  return {
    kind,
    streamType,
    raiseSamples: stoppedSamples,
    clearSamples: 2,
    judge: (recent) => {
      const { packetsCount = null, unheard = false } = last(recent) ?? {};
      if (unheard) return 'bad';
      return packetsCount === null ? 'unknown' : packetsCount === 0 ? 'bad' : 'good';
    },
  };
}

function silent(kind: WarningKind, streamType: StreamType): WarningRule {
  return {
    kind,
    streamType,
    raiseSamples: silentSamples,
    clearSamples: 2,
    judge: (recent) => {
      const { audioLevel = null, packetsCount = null } = last(recent) ?? {};
      // Without packets there is nothing to be silent: that is said already.
      if (audioLevel === null || packetsCount === 0) return 'unknown';
      return audioLevel <= silentLevel ? 'bad' : 'good';
    },
  };
}

/** Raised at the first sample that says so: each stands for several seconds already. */
function lossy(
  kind: WarningKind,
  streamType: StreamType,
  limitPercent: number,
  lossOf: (recent: readonly Sample[], limitPercent: number) => number | undefined,
): WarningRule {
  return {
    kind,
    streamType,
    raiseSamples: 1,
    clearSamples: 5,
    judge: (recent) => {
      const percent = lossOf(recent, limitPercent);
      if (percent === undefined) return 'unknown';
      return percent > limitPercent ? 'bad' : percent < limitPercent / 2 ? 'good' : 'between';
    },
  };
}

/** The share that was lost of the last seconds, at most the limit where only one or two of them were lossy. */
function countedLoss(recent: readonly Sample[], limitPercent: number): number | undefined {
  const counted = recent.slice(-countedSamples);
  const percent = shareOf('audio_input', counted, countedSamples);
  const lossy = counted.filter((sample) => (shareOf('audio_input', [sample], 1) ?? 0) > limitPercent);
  return percent !== undefined && lossy.length < leastLossy ? Math.min(percent, limitPercent) : percent;
}

/**
 * Whether two reports in a row are above the limit: each is repeated until the next, and in a single one a second in which the
 * computer was busy counts as the network's.
 */
function isReportedTwice(recent: readonly Sample[], limitMillis: number): boolean {
  const millis = recent.map(({ roundTripTimeMillis }) => roundTripTimeMillis ?? 0);
  const above = millis.slice(millis.findLastIndex((one) => one <= limitMillis) + 1);
  return new Set(above).size > 1 || above.length >= reportSamples;
}

function reportedLoss(recent: readonly Sample[]): number | undefined {
  return shareOf('audio_output', recent, leastReported);
}

/** Undefined where fewer samples than `least` are known. */
function shareOf(streamType: StreamType, samples: readonly Sample[], least: number): number | undefined {
  let [lost, count, known] = [0, 0, 0];
  for (const { packetsLost, packetsCount } of samples) {
    if (packetsLost === null || packetsCount === null) continue;
    lost += packetsLost;
    count += packetsCount;
    known++;
  }
  return known < least ? undefined : packetsLostPercent(streamType, lost, count);
}

function last(recent: readonly Sample[]): Sample | undefined {
  return recent[recent.length - 1];
}
