import { z } from 'zod';
import { epochSeconds } from '../../agent-api/times.ts';
import { ConnectApiError } from '../error.ts';
import { pageOf } from '../paging.ts';
import { FIGURES, factsOf, type Interval, KEYS, type Key } from './figures.ts';
import type { History } from './history.ts';
import type { MetricsTrouble } from './trouble.ts';

const SECONDS = { FIFTEEN_MIN: 900, THIRTY_MIN: 1_800 } as const;
const LONGEST_SECONDS = 3 * 86_400;

/** What Connect cannot group by a key: API reference of GetMetricDataV2, "Valid groupings and filters". */
const NOT_BY: Readonly<Record<Key, RegExp>> = {
  QUEUE: /^(AGENT_OCCUPANCY|SUM_.*_TIME_AGENT)$/,
  ROUTING_PROFILE: /_BY_/,
  AGENT: /^(SERVICE_LEVEL|SUM_CONTACTS_.*_IN_X|AVG_QUEUE_ANSWER_TIME)$/,
};

const metric = z.strictObject({
  Name: z.string().refine((name) => Object.hasOwn(FIGURES, name), 'is not played'),
  Threshold: z
    .tuple([z.strictObject({ Comparison: z.literal('LT'), ThresholdValue: z.int().min(1).max(604_800) })])
    .optional(),
});

/** Limits as in the API reference of GetMetricDataV2; what is not played is refused. */
const request = z
  .strictObject({
    ResourceArn: z.string(),
    StartTime: z.number(),
    EndTime: z.number(),
    Interval: z.strictObject({
      TimeZone: z.literal('UTC'),
      IntervalPeriod: z.enum(['FIFTEEN_MIN', 'THIRTY_MIN']),
    }),
    Filters: z.tuple([
      z.strictObject({
        FilterKey: z.enum(KEYS),
        FilterValues: z.array(z.string()).min(1).max(100),
      }),
    ]),
    Groupings: z.tuple([z.enum(KEYS)]),
    Metrics: z.array(metric).min(1),
    MaxResults: z.int().min(1).max(100).default(100),
    NextToken: z.string().optional(),
  })
  .refine(({ StartTime, EndTime }) => StartTime < EndTime && EndTime - StartTime < LONGEST_SECONDS)
  .refine(({ StartTime, EndTime, Interval }) => {
    const seconds = SECONDS[Interval.IntervalPeriod];
    return StartTime % seconds === 0 && EndTime % seconds === 0;
  }, 'The times are not those of intervals')
  .refine(({ Filters, Groupings, Metrics }) => {
    const [{ FilterKey }] = Filters;
    return Groupings[0] === FilterKey && Metrics.every(({ Name }) => !NOT_BY[FilterKey].test(Name));
  }, 'Connect does not group this so');

/**
 * The answer of GetMetricDataV2: of each subject the intervals in which something happened.
 * @throws ConnectApiError or ZodError for what Connect would refuse, and for what is not played
 */
export function historicalMetrics(
  body: unknown,
  history: History,
  { lateMs, pageSize }: Pick<MetricsTrouble, 'lateMs' | 'pageSize'>,
  now: Date,
) {
  const { StartTime, EndTime, Interval, Filters, Metrics, ...page } = request.parse(body);
  if (EndTime * 1000 > now.getTime())
    throw new ConnectApiError(400, 'InvalidParameterException', 'EndTime is later than now');
  const [{ FilterKey: key, FilterValues }] = Filters;
  const seconds = SECONDS[Interval.IntervalPeriod];
  const intervals = Array.from({ length: (EndTime - StartTime) / seconds }, (_, i): Interval => {
    const from = (StartTime + i * seconds) * 1000;
    return { from, to: from + seconds * 1000 };
  });
  const closedBy = now.getTime() - lateMs;
  const results = FilterValues.flatMap((id) =>
    intervals.flatMap((interval) => {
      const facts = factsOf(history, { key, id, ...interval, closedBy });
      if (!facts) return [];
      const value = ({ Name, Threshold }: z.infer<typeof metric>) =>
        FIGURES[Name]?.(facts, Threshold?.[0].ThresholdValue ?? 20);
      return {
        Dimensions: { [key]: id },
        MetricInterval: {
          Interval: Interval.IntervalPeriod,
          StartTime: epochSeconds(new Date(interval.from)),
          EndTime: epochSeconds(new Date(interval.to)),
        },
        Collections: Metrics.map((Metric) => ({ Metric, Value: value(Metric) })),
      };
    }),
  );
  const maxResults = Math.min(page.MaxResults, pageSize);
  const { items, ...next } = pageOf(results, { maxResults, nextToken: page.NextToken });
  return { MetricResults: items, ...next };
}
