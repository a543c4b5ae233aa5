import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  type MetricAlarm,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { metricNamespace } from '../../../functions/edge/embedded-metric.ts';
import { emulator } from './aws.ts';

export type Metric = {
  readonly name: string;
  readonly namespace?: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic?: 'Sum' | 'Maximum' | 'Minimum';
};

const HOUR_SECONDS = 3600;

/** A metric over the last hour as CloudWatch has it; undefined where it has none of exactly these dimensions. */
export async function metricOf({
  name,
  namespace = metricNamespace,
  dimensions,
  statistic = 'Sum',
}: Metric): Promise<number | undefined> {
  const client = new CloudWatchClient(emulator());
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  const { MetricDataResults } = await client.send(
    new GetMetricDataCommand({
      StartTime: new Date(Date.now() - HOUR_SECONDS * 1000),
      EndTime: new Date(Date.now() + 60_000),
      MetricDataQueries: [
        {
          Id: 'asked',
          MetricStat: {
            Metric: { Namespace: namespace, MetricName: name, Dimensions },
            Period: HOUR_SECONDS,
            Stat: statistic,
          },
        },
      ],
    }),
  );
  const values = MetricDataResults?.[0]?.Values ?? [];
  if (values.length === 0) return undefined;
  if (statistic === 'Sum') return values.reduce((sum, value) => sum + value, 0);
  return statistic === 'Maximum' ? Math.max(...values) : Math.min(...values);
}

/** Says something of a moment in the product's own metrics, as a function would have. */
export async function putMetric({ name, dimensions }: Metric, value: number, at: Date): Promise<void> {
  const client = new CloudWatchClient(emulator());
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  const MetricData = [{ MetricName: name, Dimensions, Timestamp: at, Value: value }];
  await client.send(new PutMetricDataCommand({ Namespace: metricNamespace, MetricData }));
}

/** What CloudWatch says of an alarm; undefined where there is none of that name. */
export async function alarmNamed(name: string): Promise<MetricAlarm | undefined> {
  const client = new CloudWatchClient(emulator());
  const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand({ AlarmNames: [name] }));
  return MetricAlarms[0];
}
