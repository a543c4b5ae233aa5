import { expect, test } from 'vitest';
import { embeddedMetric } from './embedded-metric.ts';

const at = new Date(1_790_000_000_000);

test('is what CloudWatch takes for a metric: of the stage, and split further', () => {
  const line = embeddedMetric({ name: 'Rejected', value: 1 }, 'local', { reason: 'invalid' }, at);
  expect(JSON.parse(line)).toEqual({
    _aws: {
      Timestamp: 1_790_000_000_000,
      CloudWatchMetrics: [
        {
          Namespace: 'SoftphoneQuality',
          Dimensions: [['stage'], ['stage', 'reason']],
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

test('has a unit, and need not be split further', () => {
  const line = embeddedMetric({ name: 'Silence', value: 90, unit: 'Seconds' }, 'local', {}, at);
  expect(JSON.parse(line)._aws.CloudWatchMetrics[0]).toMatchObject({
    Dimensions: [['stage']],
    Metrics: [{ Name: 'Silence', Unit: 'Seconds' }],
  });
});
