import {
  type ConnectClient,
  type MetricResultV2,
  type MetricV2,
  paginateGetMetricDataV2,
} from '@aws-sdk/client-connect';
import {
  type HistoricalFigures,
  historicalMetrics,
  type MetricSubject,
} from '../../model/documents/historical-metric.ts';
import type { Stretch } from '../../model/wfm/interval.ts';

/** API Reference of GetMetricDataV2: values of all filters together, results of a page. */
export const mostSubjects = 100;
const pageSize = 100;

const keys = { queue: 'QUEUE', 'routing-profile': 'ROUTING_PROFILE', agent: 'AGENT' } as const;
const periods = { 15: 'FIFTEEN_MIN', 30: 'THIRTY_MIN' } as const;

/** What Connect counted of a subject in an interval. */
export type SubjectFigures = {
  readonly subjectId: string;
  /** In epoch milliseconds. */
  readonly interval: Stretch;
  readonly figures: HistoricalFigures;
  /** How many metrics that were asked for the answer lacks. One that says `null` is not lacking: there is no figure. */
  readonly missing: number;
};

export type HistoricalAsk = {
  /** `arn:aws:connect:…:instance/ID` */
  readonly instanceArn: string;
  readonly subject: MetricSubject;
  /** At most `mostSubjects`. */
  readonly ids: readonly string[];
  /** Whole intervals that are over, less than three days (the same place, `Interval`). */
  readonly stretch: Stretch;
  readonly intervalMinutes: 15 | 30;
  readonly serviceLevelSeconds: number;
};

/**
 * What Connect counted by intervals, page by page, so that what is there stays where a later page fails. Of a subject of
 * which nothing happened in an interval there is nothing.
 *
 * @throws Error when Connect refuses or cannot be reached
 */
export async function* historyOf(
  client: ConnectClient,
  { instanceArn, subject, ids, stretch, intervalMinutes, serviceLevelSeconds }: HistoricalAsk,
): AsyncGenerator<readonly SubjectFigures[]> {
  const pages = paginateGetMetricDataV2(
    { client, pageSize },
    {
      ResourceArn: instanceArn,
      StartTime: new Date(stretch.from),
      EndTime: new Date(stretch.to),
      Interval: { TimeZone: 'UTC', IntervalPeriod: periods[intervalMinutes] },
      Filters: [{ FilterKey: keys[subject], FilterValues: [...ids] }],
      Groupings: [keys[subject]],
      Metrics: metricsOf(subject).map((metric) => asked(metric, serviceLevelSeconds)),
    },
  );
  for await (const { MetricResults = [] } of pages) {
    yield MetricResults.flatMap((result) => figuresOf(subject, result) ?? []);
  }
}

function metricsOf(subject: MetricSubject) {
  return historicalMetrics.filter(({ of }) => of.some((its) => its === subject));
}

/** Less than, as in the files for workforce management. */
function asked(metric: (typeof historicalMetrics)[number], ThresholdValue: number): MetricV2 {
  const Threshold = [{ Comparison: 'LT', ThresholdValue }];
  return { Name: metric.name, ...('withThreshold' in metric ? { Threshold } : {}) };
}

/** Undefined of what says neither of whom it is nor of which interval. */
function figuresOf(
  subject: MetricSubject,
  { Dimensions = {}, MetricInterval, Collections = [] }: MetricResultV2,
): SubjectFigures | undefined {
  const id = Dimensions[keys[subject]]?.split('/').at(-1);
  const { StartTime, EndTime } = MetricInterval ?? {};
  if (!id || !StartTime || !EndTime) return undefined;
  const values = new Map(Collections.map(({ Metric, Value }) => [Metric?.Name, Value ?? undefined]));
  const its = metricsOf(subject);
  return {
    subjectId: id,
    interval: { from: StartTime.getTime(), to: EndTime.getTime() },
    figures: Object.fromEntries(its.map(({ name, field }) => [field, values.get(name)])),
    missing: its.filter(({ name }) => !values.has(name)).length,
  };
}
