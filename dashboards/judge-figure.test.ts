import { expect, test } from 'vitest';
import { defaultLimits } from '../model/quality/limits.ts';
import { judgeColumn, judgeFigure } from './judge-figure.ts';
import { lossToAgent, mos } from './measures/audio.ts';
import { calls, poorCalls } from './measures/calls.ts';
import { apiMeasures, callMeasures } from './measures/lists.ts';

const judge = (measure: typeof mos, value: number | null, restsOn = 100) =>
  judgeFigure(measure, { value, restsOn }, defaultLimits);

test.each([
  [mos, 4.2, 'good'],
  [mos, 3.6, 'good'],
  [mos, 3.5, 'fair'],
  [mos, 3.0, 'poor'],
  [lossToAgent, 1, 'good'],
  [lossToAgent, 1.1, 'fair'],
  [lossToAgent, 5.1, 'poor'],
] as const)('$0.name of %d is %s', (measure, value, rating) => {
  expect(judge(measure, value)).toBe(rating);
});

test('nothing is called good that is not measured, rests on too few, or has no limits', () => {
  expect(judge(poorCalls, null)).toBe('unclassified');
  expect(judge(poorCalls, 0, 3)).toBe('unclassified');
  expect(judge(calls, 1000)).toBe('unclassified');
  expect(judgeFigure(poorCalls, undefined, defaultLimits)).toBe('unclassified');
  expect(judgeColumn(poorCalls, { value: 0, restsOn: 2 }, defaultLimits)).toBe('unclassified');
});

test('every measure says what it means, and its limits agree with its direction', () => {
  for (const measure of [...callMeasures, ...apiMeasures]) {
    expect(measure.means).toMatch(/^[A-Z0-9].{20,}\.$/s);
    const limits = measure.limits?.(defaultLimits);
    if (limits) expect(limits.poor > limits.fair).toBe(measure.better === 'lower');
  }
});
