import { expect, test } from 'vitest';
import { windowMeasures } from '../../../dashboards/measures/windows.ts';
import { defaultLimits } from '../../../model/quality/limits.ts';
import { windowBuckets, windowFigures } from '../../../model/quality/window-buckets.ts';
import { bucketTones } from './bucket-tones.ts';

test('what is over a limit is beyond it, and a bound belongs to the bucket below', () => {
  const limits = { fair: 300, poor: 500, better: 'lower' } as const;
  expect(bucketTones([300, 500], limits)).toEqual(['good', 'fair', 'poor']);
});

test('of a figure of which more is better the lowest buckets are poor', () => {
  const limits = { fair: 3.6, poor: 3.1, better: 'higher' } as const;
  expect(bucketTones([3.1, 3.6], limits)).toEqual(['poor', 'fair', 'good']);
});

test('a bucket on both sides of a limit is not judged, and without limits none is', () => {
  expect(bucketTones([400, 600], { fair: 300, poor: 500, better: 'lower' })).toEqual([null, null, 'poor']);
  expect(bucketTones([400], undefined)).toEqual([null, null]);
});

test.each(windowFigures)(
  'the default limits of %s fall between buckets, so that all can be shaded',
  (figure) => {
    const { median } = windowMeasures[figure].toAgent;
    const limits = median.limits?.(defaultLimits);
    if (!limits) throw new Error('The figure has limits');
    const better = median.better === 'higher' ? 'higher' : 'lower';
    expect(bucketTones(windowBuckets[figure].bounds, { ...limits, better })).not.toContain(null);
  },
);
