import { expect, test } from 'vitest';
import type { DirectionFigures } from '../../../model/documents/direction-figures.ts';
import { directionWords } from './direction-words.ts';

const figures: DirectionFigures = {
  windows: 2,
  seconds: { good: 60, fair: 0, poor: 0, unclassified: 0 },
  rating: 'good',
  ratingReasons: [],
  mos: { avg: 4.2, min: 4.1 },
  packetsLostPercent: 0.5,
};

test('says what was measured, and of what was not that it was not', () => {
  expect(directionWords(figures).replaceAll('\u00a0', ' ')).toBe(
    'MOS 4.20 · loss 0.50 % · round trip – · jitter –',
  );
});

test('gives no figures of what could not be judged: a missed call did not sound well', () => {
  expect(directionWords({ ...figures, rating: 'unclassified' })).toBe('Too little audio to judge.');
});
