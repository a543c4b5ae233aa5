import fc from 'fast-check';
import { expect, test } from 'vitest';
import { softphoneStatsEvent } from '../../model/connect/softphone-stats-event.ts';
import { softphoneStats } from '../../model/messages/softphone-stats.ts';
import type { Sample } from '../../model/quality/sample.ts';
import { buildCall, buildStats } from '../../test/builders.ts';
import { buildStatsEvent } from '../../test/streams-events.ts';
import { type CallRecord, newCallRecord } from './call-record.ts';
import { recording } from './recordings.ts';
import { noteStats, samplesOfEvent, windowsOf } from './watch-stats.ts';

const parse = (raw: unknown) => softphoneStatsEvent.parse(raw);
const [first, middle, last] = ['first', 'middle', 'last'].map((name) =>
  parse(recording(`softphone-stats-${name}`)),
);
const connectedJustBefore = (at: string): CallRecord => ({
  ...newCallRecord('c', Date.parse(at)),
  events: [{ type: 'connected', at }],
});
const known = connectedJustBefore('2026-11-21T12:54:05.600Z');
const samples = (raw: unknown, record = known) => {
  const event = parse(raw);
  return samplesOfEvent(event, noteStats(record, event));
};
const sum = (all: readonly Sample[], key: 'packetsLost' | 'packetsCount') =>
  all.reduce((total, sample) => total + (sample[key] ?? 0), 0);

test('a recorded call’s windows add up to what the report counted', () => {
  let record = known;
  const all = [first, middle, last].flatMap((event) => {
    if (!event) throw new Error('a recording is missing');
    record = noteStats(record, event);
    return [samplesOfEvent(event, record)];
  });
  const input = all.flatMap((one) => one.audio_input);
  const output = all.flatMap((one) => one.audio_output);
  expect([sum(input, 'packetsLost'), sum(input, 'packetsCount')]).toEqual([171, 3263]);
  expect([sum(output, 'packetsLost'), sum(output, 'packetsCount')]).toEqual([0, 3436]);
});

test('a running total is no jitter, in neither direction, also in a last window too short to tell', () => {
  let record = known;
  for (const event of [first, middle, { ...last, stats: last?.stats.slice(0, 4) }]) {
    const parsed = parse(event);
    record = noteStats(record, parsed);
    const { audio_input, audio_output } = samplesOfEvent(parsed, record);
    expect([...audio_input, ...audio_output].every((sample) => sample.jitterMillis === null)).toBe(true);
  }
});

test('once a running total, always: also where a short window could be a jitter', () => {
  const short = buildStatsEvent({
    seconds: 3,
    toAgent: { jitterMillis: 40 },
    fromAgent: { jitterMillis: 41 },
  });
  expect(samples(short).audio_input[1]?.jitterMillis).toBe(40);
  const found = { ...known, cumulativeJitter: ['audio_input'] } as const;
  const { audio_input, audio_output } = samples(short, found);
  expect(audio_input[1]?.jitterMillis).toBeNull();
  expect(audio_output[1]?.jitterMillis).toBe(41);
});

test('true jitter stays; a copy of the other direction’s does not', () => {
  const wandering = (event: ReturnType<typeof buildStatsEvent>, shift: number) => ({
    ...event,
    stats: event.stats.map((stat, i) => ({
      ...stat,
      jitterBufferMillis:
        3 + (Math.floor(i / 2) % 5) + (stat.softphoneStreamType === 'audio_output' ? shift : 0),
    })),
  });
  const at = Date.parse('2026-11-21T12:54:05.600Z');
  const own = samples(wandering(buildStatsEvent({ at }), 1));
  expect(own.audio_input[1]?.jitterMillis).toBe(4);
  expect(own.audio_output[1]?.jitterMillis).toBe(5);
  const copied = samples(wandering(buildStatsEvent({ at }), 0));
  expect(copied.audio_input[1]?.jitterMillis).toBe(4);
  expect(copied.audio_output.every((sample) => sample.jitterMillis === null)).toBe(true);
});

test('the first, cumulative sample is kept only of a connection that had just begun', () => {
  const whole = samples(recording('softphone-stats-first'));
  expect(whole.audio_input[0]?.packetsCount).toBe(33);
  const late = samples(recording('softphone-stats-first'), connectedJustBefore('2026-11-21T12:50:00.000Z'));
  expect(late.audio_input).toHaveLength(whole.audio_input.length - 1);
  const unknown = samples(recording('softphone-stats-first'), newCallRecord('c', 0));
  expect(unknown.audio_output).toHaveLength(whole.audio_output.length - 1);
});

test('only the first window of a call loses its first sample', () => {
  const event = parse(recording('softphone-stats-middle'));
  const record = { ...newCallRecord('c', 0), firstSampleAt: Date.parse('2026-11-21T12:54:06.704Z') };
  expect(samplesOfEvent(event, noteStats(record, event)).audio_input).toHaveLength(30);
});

test('a second tab, or a repeat, makes the same windows', () => {
  const event = parse(recording('softphone-stats-first'));
  const once = noteStats(known, event);
  const twice = noteStats(once, event);
  expect(twice).toBe(once);
  expect(windowsOf(samplesOfEvent(event, twice))).toEqual(windowsOf(samplesOfEvent(event, once)));
});

test('null and number timestamps are taken as they are meant', () => {
  const { audio_output } = samples(recording('softphone-stats-first'));
  expect(audio_output[0]).toMatchObject({ at: 1795265646705, packetsLost: null, roundTripTimeMillis: null });
});

test('samples during a mute or a hold are quiet', () => {
  const at = Date.parse('2026-11-21T10:00:00.000Z');
  const event = (second: number) => new Date(at + second * 1000).toISOString();
  const { audio_output } = samples(buildStatsEvent({ at, seconds: 10 }), {
    ...newCallRecord('c', at),
    events: [
      { type: 'connected', at: event(-1) },
      { type: 'muted', at: event(2) },
      { type: 'unmuted', at: event(4) },
      { type: 'held', at: event(8) },
    ],
  });
  expect(audio_output.map((sample) => Number(sample.quiet))).toEqual([0, 0, 1, 1, 0, 0, 0, 0, 1, 1]);
});

const figure = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(null, undefined, 'x', Number.NaN));
const stat = fc.record({
  softphoneStreamType: fc.constantFrom('audio_input', 'audio_output', 'video', undefined),
  timestamp: fc.oneof(fc.date(), fc.integer({ min: 1_795_000_000_000, max: 1_795_009_999_999 }), figure),
  packetsLost: figure,
  packetsCount: figure,
  audioLevel: figure,
  jitterBufferMillis: figure,
  roundTripTimeMillis: figure,
});

test('whatever Streams says, the server takes what is made of it', () => {
  fc.assert(
    fc.property(fc.array(stat, { maxLength: 200 }), fc.integer({ min: 1, max: 5 }), (stats, repeat) => {
      const all = Array.from({ length: repeat }, () => stats).flat();
      for (const windows of windowsOf(samples({ contactId: 'c', stats: all }))) {
        const message = { ...buildStats(), call: buildCall(), windows, events: [] };
        expect(softphoneStats.safeParse(JSON.parse(JSON.stringify(message))).error).toBeUndefined();
      }
    }),
  );
});
