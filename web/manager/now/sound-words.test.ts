import { expect, test } from 'vitest';
import { soundWords } from './sound-words.ts';

const window = {
  startedAt: '2026-11-18T10:00:00.000Z',
  rating: 'good',
  mos: 4.2,
  packetsLostPercent: 0.5,
  roundTripTimeMillis: 60,
  jitterMillis: 4,
} as const;

test('says what was measured', () => {
  expect(soundWords(window).replaceAll('\u00a0', ' ')).toBe(
    'MOS 4.20, loss 0.50 %, round trip 60 ms, jitter 4.0 ms',
  );
});

test('leaves out what was not', () => {
  const bare = { ...window, mos: null, packetsLostPercent: null, jitterMillis: null };
  expect(soundWords(bare).replaceAll('\u00a0', ' ')).toBe('round trip 60 ms');
});
