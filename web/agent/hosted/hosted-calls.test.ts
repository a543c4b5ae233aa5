import { expect, test } from 'vitest';
import type { Sample } from '../../../model/quality/sample.ts';
import { HostedCalls } from './hosted-calls.ts';

const sample = (at: number, more: Partial<Sample> = {}): Sample => ({
  at,
  packetsLost: 0,
  packetsCount: 50,
  jitterMillis: null,
  roundTripTimeMillis: null,
  audioLevel: 900,
  quiet: false,
  ...more,
});
const second = (at: number, jitterMillis: number) => ({
  audio_input: [sample(at, { jitterMillis, audioLevel: 1 })],
  audio_output: [sample(at, { jitterMillis: jitterMillis + 1, roundTripTimeMillis: 120 })],
});

test('fills in what Streams does not tell, from the nearest second, and changes nothing that it tells', () => {
  const calls = new HostedCalls();
  for (const [i, jitter] of [3, 4, 5].entries()) calls.add('c', second(10_000 + 1000 * i, jitter));
  const told = {
    audio_input: [sample(10_900), sample(12_400, { jitterMillis: 9 })],
    audio_output: [sample(20_000)],
  };
  const { audio_input, audio_output } = calls.fill('c', told);
  expect(audio_input).toEqual([sample(10_900, { jitterMillis: 4 }), sample(12_400, { jitterMillis: 9 })]);
  // Nothing was measured then.
  expect(audio_output).toEqual([sample(20_000)]);
});

test('knows the calls of this page, the latest few, and of each the latest seconds', () => {
  const calls = new HostedCalls();
  expect(calls.hosts('c')).toBe(false);
  for (let i = 0; i < 1000; i++) calls.add('c', second(1000 * i, 3));
  expect(calls.hosts('c')).toBe(true);
  const { audio_input: latest } = calls.latest('c');
  expect([latest.length, latest[0]?.at, latest.at(-1)?.at]).toEqual([30, 970_000, 999_000]);
  const told = (at: number) => ({ audio_input: [sample(at)], audio_output: [] });
  expect(calls.fill('c', told(999_000)).audio_input[0]?.jitterMillis).toBe(3);
  expect(calls.fill('c', told(500_000)).audio_input[0]?.jitterMillis).toBeNull();
  for (const contactId of ['d', 'e', 'f', 'g', 'h']) calls.add(contactId, second(0, 3));
  expect(calls.hosts('c')).toBe(false);
  expect(calls.latest('c')).toEqual({ audio_input: [], audio_output: [] });
  expect(calls.fill('c', told(999_000))).toEqual(told(999_000));
});
