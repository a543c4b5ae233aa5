import type { SoftphoneStat, SoftphoneStatsEvent } from '../../model/connect/softphone-stats-event.ts';
import type { StreamWindow } from '../../model/messages/softphone-stats.ts';
import { dropCumulativeFirst } from '../../model/quality/drop-cumulative-first.ts';
import { isCopied, normaliseJitter } from '../../model/quality/normalise-jitter.ts';
import { type Sample, type StreamType, streamTypes } from '../../model/quality/sample.ts';
import { columnsOf } from '../../model/quality/samples-of.ts';
import { type CallRecord, connectedAt } from './call-record.ts';
import { quietTimes } from './quiet-times.ts';
import { splitWindow } from './split-window.ts';

/** One event's samples by stream, in the order of time, with every trap of the library taken out. */
export type EventSamples = { readonly [Stream in StreamType]: readonly Sample[] };

/** The first sample's time, in epoch milliseconds; undefined of an event without samples. The same in every tab. */
export function firstSampleAt(event: SoftphoneStatsEvent): number | undefined {
  const times = event.stats.map((stat) => stat.timestamp).filter((time) => time !== null);
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** What an event adds to what is known of its call. */
export function noteStats(record: CallRecord, event: SoftphoneStatsEvent): CallRecord {
  const first = firstSampleAt(event);
  if (first === undefined) return record;
  const cumulative = streamTypes.filter(
    (stream) => jitterOf(record, statsOf(event, stream), stream).cumulative,
  );
  const known = record.firstSampleAt !== undefined && record.firstSampleAt <= first;
  if (known && cumulative.length === record.cumulativeJitter.length) return record;
  return {
    ...record,
    firstSampleAt: Math.min(first, record.firstSampleAt ?? first),
    cumulativeJitter: cumulative,
  };
}

/** The samples of an event; `record` is what is known of its call, this event included. */
export function samplesOfEvent(event: SoftphoneStatsEvent, record: CallRecord): EventSamples {
  const quiet = quietTimes(record.events);
  const [input, output] = streamTypes.map((stream) => statsOf(event, stream));
  const jitter = (stats: readonly Stat[] = []) => stats.map((stat) => stat.jitterBufferMillis);
  const copied = isCopied(jitter(input), jitter(output));
  const samples = (stream: StreamType, stats: readonly Stat[] = [], known = true) => {
    const values = jitterOf(record, stats, stream).values;
    const all = stats.map((stat, i) =>
      sampleOf(stat, known ? (values[i] ?? null) : null, quiet(stat.timestamp)),
    );
    const isFirst = record.firstSampleAt === undefined || firstSampleAt(event) === record.firstSampleAt;
    return isFirst ? dropCumulativeFirst(all, connectedAt(record)) : all;
  };
  return {
    audio_input: samples('audio_input', input),
    audio_output: samples('audio_output', output, !copied),
  };
}

/** The same samples, quiet where the agent was muted or the call on hold. */
export function withQuiet(samples: EventSamples, events: CallRecord['events']): EventSamples {
  const quiet = quietTimes(events);
  const marked = (stream: StreamType) =>
    samples[stream].map((sample) => ({ ...sample, quiet: quiet(sample.at) }));
  return { audio_input: marked('audio_input'), audio_output: marked('audio_output') };
}

/** The windows of an event, in messages' worth: nearly always one message with a window per stream. */
export function windowsOf(samples: EventSamples): StreamWindow[][] {
  const parts = streamTypes.map((streamType) =>
    splitWindow(samples[streamType]).map((part) => ({ streamType, ...columnsOf(part) })),
  );
  const most = Math.max(...parts.map((part) => part.length));
  return Array.from({ length: most }, (_, i) =>
    parts.map((part) => part[i]).filter((window) => window !== undefined),
  );
}

type Stat = SoftphoneStat & { readonly timestamp: number };

/** A sample without a time belongs nowhere. */
function statsOf(event: SoftphoneStatsEvent, stream: StreamType): Stat[] {
  return event.stats
    .filter((stat): stat is Stat => stat.softphoneStreamType === stream && stat.timestamp !== null)
    .sort((a, b) => a.timestamp - b.timestamp);
}

function jitterOf(record: CallRecord, stats: readonly Stat[], stream: StreamType) {
  return normaliseJitter(
    stats.map((stat) => stat.jitterBufferMillis),
    record.cumulativeJitter.includes(stream),
  );
}

function sampleOf(stat: Stat, jitterMillis: number | null, quiet: boolean): Sample {
  return {
    at: stat.timestamp,
    packetsLost: within(stat.packetsLost, -1_000_000, 1_000_000, 1),
    packetsCount: within(stat.packetsCount, 0, 1_000_000, 1),
    jitterMillis: within(jitterMillis, 0, 10_000_000, 1000),
    roundTripTimeMillis: within(stat.roundTripTimeMillis, 0, 10_000_000, 1000),
    audioLevel: within(stat.audioLevel, 0, 32_768, 1),
    quiet,
  };
}

/** Rounded to 1/`parts`; null where the server would not take it. */
function within(value: number | null, least: number, most: number, parts: number): number | null {
  if (value === null || value < least || value > most) return null;
  return Math.round(value * parts) / parts;
}
