import type { QualityLimits } from './limits.ts';
import { packetsLostPercent } from './loss.ts';
import { meanOpinionScore } from './mos.ts';
import { type Judgement, rateWindow } from './rating.ts';
import type { Sample, StreamType } from './sample.ts';
import { spreadReportedLoss } from './spread-reported-loss.ts';
import { average, measured, round, type Spread, spread } from './statistics.ts';

/** What about thirty one-second samples of one stream come to. A figure nobody measured is absent. */
export type WindowSummary = Judgement & {
  /** From the first sample's second to the last one's, both included. */
  readonly windowSeconds: number;
  readonly sampleCount: number;
  readonly packetsLost?: number;
  readonly packetsCount?: number;
  readonly packetsLostPercent?: number;
  readonly jitterMillis?: Spread;
  readonly roundTripTimeMillis?: Spread;
  /** True where the RTT is the other direction's, because this stream reported none. */
  readonly roundTripTimeBorrowed?: true;
  readonly audioLevel?: { readonly avg: number; readonly max: number };
  /** Seconds with an audio level of at most 1 while neither muted nor on hold. */
  readonly silentSeconds?: number;
  /** Of the sound that was played, how much was made up for packets that were lost or late. */
  readonly concealedPercent?: Spread;
  readonly mos?: { readonly avg: number; readonly min: number; readonly withoutJitter?: true };
};

/** `mos.min` is taken over this many seconds: a shorter stretch is a click, not a bad moment. */
const worstStretchSeconds = 5;
const silentLevel = 1;

/**
 * Summarises one window of one stream.
 *
 * @param samples the window's samples in the order of time, at least one
 * @param otherDirection the samples of the same connection's other stream; their RTT is used where this one has none
 */
export function summariseWindow(
  streamType: StreamType,
  samples: readonly Sample[],
  limits: QualityLimits,
  otherDirection: readonly Sample[] = [],
): WindowSummary {
  const ownRtt = measured(samples.map((sample) => sample.roundTripTimeMillis));
  const otherRtt = measured(otherDirection.map((sample) => sample.roundTripTimeMillis));
  const rtt = ownRtt.length > 0 ? ownRtt : otherRtt;
  const packets = countPackets(streamType, samples);
  const jitter = measured(samples.map((sample) => sample.jitterMillis));
  const mos = scoreWindow(streamType, samples, average(rtt));
  const judgement = rateWindow(
    {
      mos: mos?.avg,
      packetsLostPercent: packets?.packetsLostPercent,
      roundTripTimeMillis: average(rtt),
      jitterMillis: average(jitter),
      packets: packets ? packets.onTheWay : 0,
    },
    limits,
  );
  return {
    windowSeconds: secondsOf(samples),
    sampleCount: samples.length,
    ...packetFields(packets),
    ...present('jitterMillis', spread(jitter)),
    ...present('roundTripTimeMillis', spread(rtt)),
    ...(ownRtt.length === 0 && otherRtt.length > 0 ? { roundTripTimeBorrowed: true as const } : {}),
    ...levels(samples),
    ...present('concealedPercent', spread(measured(samples.map((s) => s.concealedPercent ?? null)))),
    ...present('mos', mos),
    ...judgement,
  };
}

type Packets = { lost: number; count: number; onTheWay: number; packetsLostPercent: number | undefined };

function countPackets(streamType: StreamType, samples: readonly Sample[]): Packets | undefined {
  let lost = 0;
  let count = 0;
  let seen = false;
  for (const sample of samples) {
    if (sample.packetsLost === null || sample.packetsCount === null) continue;
    lost += sample.packetsLost;
    count += sample.packetsCount;
    seen = true;
  }
  if (!seen) return undefined;
  lost = Math.max(0, lost);
  const onTheWay = streamType === 'audio_input' ? lost + count : count;
  return { lost, count, onTheWay, packetsLostPercent: packetsLostPercent(streamType, lost, count) };
}

function packetFields(packets: Packets | undefined) {
  if (!packets) return {};
  return {
    packetsLost: packets.lost,
    packetsCount: packets.count,
    ...present('packetsLostPercent', packets.packetsLostPercent, round),
  };
}

function scoreWindow(streamType: StreamType, samples: readonly Sample[], rttOfWindow: number | undefined) {
  const avg = score(streamType, samples, rttOfWindow);
  if (avg === undefined) return undefined;
  const seconds = streamType === 'audio_output' ? spreadReportedLoss(samples) : samples;
  let min = avg;
  for (let end = worstStretchSeconds; end <= seconds.length; end++) {
    const stretch = seconds.slice(end - worstStretchSeconds, end);
    const rtt = average(measured(stretch.map((sample) => sample.roundTripTimeMillis))) ?? rttOfWindow;
    min = Math.min(min, score(streamType, stretch, rtt) ?? min);
  }
  const withoutJitter = samples.every((sample) => sample.jitterMillis === null);
  return { avg: round(avg), min: round(min), ...(withoutJitter ? { withoutJitter: true as const } : {}) };
}

function score(streamType: StreamType, samples: readonly Sample[], rtt: number | undefined) {
  return meanOpinionScore({
    roundTripTimeMillis: rtt,
    jitterMillis: average(measured(samples.map((sample) => sample.jitterMillis))),
    packetsLostPercent: countPackets(streamType, samples)?.packetsLostPercent,
  });
}

function levels(samples: readonly Sample[]): Pick<WindowSummary, 'audioLevel' | 'silentSeconds'> {
  const level = measured(samples.map((sample) => sample.audioLevel));
  const avg = average(level);
  if (avg === undefined) return {};
  const silent = samples.filter((s) => s.audioLevel !== null && s.audioLevel <= silentLevel && !s.quiet);
  return { audioLevel: { avg: round(avg), max: round(Math.max(...level)) }, silentSeconds: silent.length };
}

function secondsOf(samples: readonly Sample[]): number {
  const first = samples[0]?.at ?? 0;
  const last = samples[samples.length - 1]?.at ?? first;
  return Math.round((last - first) / 1000) + 1;
}

function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
  change: (value: Value) => Value = (same) => same,
): { [key in Key]?: Value } {
  return (value === undefined ? {} : { [key]: change(value) }) as { [key in Key]?: Value };
}
