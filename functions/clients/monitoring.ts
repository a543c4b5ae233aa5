import {
  CloudWatchClient,
  type MetricDataQuery,
  paginateDescribeAlarms,
  paginateGetMetricData,
  paginateListMetrics,
} from '@aws-sdk/client-cloudwatch';
import type { Config } from '../config.ts';

export type MetricName = {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
};
export type Span = { readonly from: Date; readonly to: Date };
export type Reading = { readonly value: number; readonly at: Date };
export type RaisedAlarm = { readonly name: string; readonly description: string; readonly since: Date };

/** What CloudWatch knows. Everything throws Error when it refuses or cannot be reached. */
export type Monitoring = {
  /** The metrics of a namespace that have this dimension among theirs, and had data in the last two weeks. */
  readonly metricsWith: (
    namespace: string,
    dimension: string,
    value: string,
  ) => Promise<readonly MetricName[]>;
  /** What each came to in the span; undefined where there is nothing. */
  readonly sums: (metrics: readonly MetricName[], span: Span) => Promise<readonly (number | undefined)[]>;
  /** The newest value of each in the span, the highest of its five minutes; undefined where there is none. */
  readonly newest: (metrics: readonly MetricName[], span: Span) => Promise<readonly (Reading | undefined)[]>;
  /** The alarms that are raised now and whose names begin so. */
  readonly raisedAlarms: (prefix: string) => Promise<readonly RaisedAlarm[]>;
};

/** API Reference of GetMetricData: 500 metrics in one request. */
const mostMetrics = 500;
const hourSeconds = 3600;
const readingSeconds = 300;

export function makeMonitoring({ aws }: Pick<Config, 'aws'>): Monitoring {
  const client = new CloudWatchClient({
    region: aws.region,
    ...(aws.credentials ? { credentials: aws.credentials } : {}),
  });
  return {
    metricsWith: (namespace, dimension, value) => metricsWith(client, namespace, dimension, value),
    sums: async (metrics, span) => {
      const found = await readingsOf(client, metrics, span, { Period: hourSeconds, Stat: 'Sum' });
      return found.map((readings) =>
        readings.length === 0 ? undefined : readings.reduce((sum, { value }) => sum + value, 0),
      );
    },
    newest: async (metrics, span) => {
      const found = await readingsOf(client, metrics, span, { Period: readingSeconds, Stat: 'Maximum' });
      return found.map((readings) => [...readings].sort((a, b) => b.at.getTime() - a.at.getTime())[0]);
    },
    raisedAlarms: (prefix) => raisedAlarms(client, prefix),
  };
}

async function metricsWith(client: CloudWatchClient, Namespace: string, Name: string, Value: string) {
  const found: MetricName[] = [];
  for await (const page of paginateListMetrics({ client }, { Namespace, Dimensions: [{ Name, Value }] })) {
    for (const { MetricName = '', Dimensions = [] } of page.Metrics ?? []) {
      const dimensions = Object.fromEntries(Dimensions.map((each) => [each.Name ?? '', each.Value ?? '']));
      found.push({ namespace: Namespace, name: MetricName, dimensions });
    }
  }
  return found;
}

type Statistic = { readonly Period: number; readonly Stat: 'Sum' | 'Maximum' };

async function readingsOf(
  client: CloudWatchClient,
  metrics: readonly MetricName[],
  { from, to }: Span,
  statistic: Statistic,
): Promise<Reading[][]> {
  const readings: Reading[][] = metrics.map(() => []);
  for (let first = 0; first < metrics.length; first += mostMetrics) {
    const some = metrics.slice(first, first + mostMetrics);
    const MetricDataQueries = some.map((metric, i) => metricQuery(metric, `m${first + i}`, statistic));
    const asked = { StartTime: from, EndTime: to, MetricDataQueries };
    for await (const { MetricDataResults = [] } of paginateGetMetricData({ client }, asked)) {
      for (const { Id = '', Timestamps = [], Values = [] } of MetricDataResults) {
        const of = readings[Number(Id.slice(1))];
        Timestamps.forEach((at, i) => {
          of?.push({ at, value: Values[i] ?? 0 });
        });
      }
    }
  }
  return readings;
}

function metricQuery(
  { namespace, name, dimensions }: MetricName,
  Id: string,
  statistic: Statistic,
): MetricDataQuery {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  return { Id, MetricStat: { Metric: { Namespace: namespace, MetricName: name, Dimensions }, ...statistic } };
}

async function raisedAlarms(client: CloudWatchClient, AlarmNamePrefix: string): Promise<RaisedAlarm[]> {
  const found: RaisedAlarm[] = [];
  const asked = { AlarmNamePrefix, StateValue: 'ALARM' } as const;
  for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client }, asked)) {
    for (const alarm of MetricAlarms) {
      const since = alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp;
      if (alarm.AlarmName === undefined || since === undefined) continue;
      found.push({ name: alarm.AlarmName, description: alarm.AlarmDescription ?? '', since });
    }
  }
  return found;
}
