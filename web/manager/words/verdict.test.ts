import { expect, test } from 'vitest';
import { defaultLimits } from '../../../model/quality/limits.ts';
import { verdictOf } from './verdict.ts';

function verdict(calls: number, judged: number, poor: number) {
  const totals = {
    calls: { value: calls, restsOn: calls },
    poorCalls: { value: judged > 0 ? (100 * poor) / judged : null, restsOn: judged },
    unclassifiedCalls: { value: calls > 0 ? (100 * (calls - judged)) / calls : null, restsOn: calls },
  };
  return verdictOf({ totals, limits: defaultLimits }, 'today');
}

test.each([
  [1000, 1000, 20, 'good'],
  [1000, 1000, 70, 'fair'],
  [1000, 1000, 200, 'poor'],
  // Never good of too little, however good it looks.
  [1000, 5, 0, 'unclassified'],
  [0, 0, 0, 'unclassified'],
] as const)('%d calls, %d judged, %d poor: %s', (calls, judged, poor, rating) => {
  expect(verdict(calls, judged, poor).rating).toBe(rating);
});

test('says what it rests on', () => {
  const { headline, detail } = verdict(1000, 900, 63);
  expect(headline.replaceAll('\u00a0', ' ')).toBe('Most calls are fine, but 7.0 % were poor.');
  expect(detail).toBe('63 of 900 judged calls today. 100 more had too little audio to judge.');
});
