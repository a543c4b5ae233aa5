import { expect, test } from 'vitest';
import { embeddedMetric } from './embedded-metric.ts';

test('is what CloudWatch takes for a metric', () => {
  const line = embeddedMetric(
    'Rejected',
    1,
    { stage: 'local', reason: 'invalid' },
    new Date(1_790_000_000_000),
  );
  expect(JSON.parse(line)).toEqual({
    _aws: {
      Timestamp: 1_790_000_000_000,
      CloudWatchMetrics: [
        {
          Namespace: 'SoftphoneQuality',
          Dimensions: [['stage', 'reason']],
          Metrics: [{ Name: 'Rejected', Unit: 'Count' }],
        },
      ],
    },
    stage: 'local',
    reason: 'invalid',
    Rejected: 1,
  });
  expect(line).not.toContain('\n');
});
