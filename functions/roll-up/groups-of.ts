import type { Client } from '@opensearch-project/opensearch';
import * as z from 'zod';
import {
  halfHourMillis,
  type SharedByApiCalls,
  type SumOfApiCalls,
} from '../../model/documents/api-half-hour.ts';
import { bucketFields } from '../../model/documents/api-metric.ts';
import { round } from '../../model/quality/statistics.ts';
import { dimensionFields, dimensionsOfApiCalls } from '../../model/query/dimension.ts';
import { reaching } from '../clients/reaching.ts';
import { allOf, numbered, ofSummaries } from './new-summaries.ts';
import type { Stretch } from './stretches.ts';

/** The summaries of a half hour that share all that API calls are split by, and what they come to. */
export type Group = {
  readonly startedAt: number;
  readonly agent: string;
  /** Of the first of them, in epoch milliseconds. */
  readonly first: number;
  readonly shared: SharedByApiCalls;
  readonly sum: SumOfApiCalls;
};

/** Some 3 MB of answer. */
const groupsPerPage = 1000;

/**
 * The groups of a stretch, page by page, so that those of thousands of agents need not fit into memory.
 *
 * @throws KnownError `unavailable`; the client's errors
 */
export async function* groupsOf(
  search: Pick<Client, 'search'>,
  stretch: Stretch,
  deadline: number,
): AsyncGenerator<readonly Group[]> {
  for (let after: Key | undefined; ; ) {
    const body = bodyOf(stretch, after);
    const { body: found } = await reaching(deadline, (options) =>
      search.search({ index: stretch.index, ignore_unavailable: true, body }, options),
    );
    const { buckets = [], after_key: last } = answer.parse(found).aggregations?.groups ?? {};
    if (buckets.length > 0) yield buckets.map(groupOf);
    if (buckets.length < groupsPerPage || !last) return;
    after = last;
  }
}

const key = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
type Key = z.infer<typeof key>;
const figure = z.object({ value: z.number() });
const bucket = z
  .object({ key, count: figure, errors: figure, faults: figure, millis: figure, longest: figure })
  .extend({ first: figure, received: figure })
  .catchall(z.unknown());
const answer = z.object({
  aggregations: z
    .object({ groups: z.object({ after_key: key.optional(), buckets: z.array(bucket) }) })
    .optional(),
});

const byDimension = dimensionsOfApiCalls.filter((dimension) => dimension !== 'agent');
const source = (name: string, field: string, missing: boolean) => ({
  [name]: { terms: { field, ...(missing ? { missing_bucket: true } : {}) } },
});
const sources = [
  { startedAt: { date_histogram: { field: '@timestamp', fixed_interval: '30m' } } },
  source('agent', 'agent', false),
  source('operation', 'name', false),
  source('longPoll', 'longPoll', false),
  source('instanceId', 'instanceId', false),
  ...byDimension.map((dimension) => source(dimension, dimensionFields[dimension], true)),
];

const sum = (field: string) => ({ sum: { field } });
const sums = {
  count: sum('count'),
  errors: sum('errors'),
  faults: sum('faults'),
  millis: sum('timeMillis.sum'),
  longest: { max: { field: 'timeMillis.max' } },
  first: { min: { field: '@timestamp' } },
  received: { max: { field: 'receivedAt' } },
  ...Object.fromEntries(bucketFields.map((field) => [field, sum(`buckets.${field}`)])),
};

function bodyOf({ halfHours, upTo }: Stretch, after: Key | undefined): object {
  const during = halfHours.map((at) => ({
    range: { '@timestamp': { gte: iso(at), lt: iso(at + halfHourMillis) } },
  }));
  // Of a half hour alone whoever had their turn need not be looked at again: pages of it do not get slower.
  const left = after && halfHours.length === 1 ? [{ range: { agent: { gte: after.agent } } }] : [];
  return {
    size: 0,
    track_total_hits: false,
    query: allOf([
      ofSummaries,
      numbered({ lte: upTo }),
      { bool: { should: during, minimum_should_match: 1 } },
      ...left,
    ]),
    aggs: {
      groups: {
        composite: { size: groupsPerPage, sources, ...(after ? { after } : {}) },
        aggs: sums,
      },
    },
  };
}

function groupOf(found: z.infer<typeof bucket>): Group {
  const { key: its, count, errors, faults, millis, longest, first, received } = found;
  const values = Object.fromEntries(byDimension.map((dimension) => [dimension, plain(its[dimension])]));
  const agent = String(its.agent);
  return {
    startedAt: Number(its.startedAt),
    agent,
    first: first.value,
    shared: {
      instanceId: String(its.instanceId),
      name: String(its.operation),
      longPoll: its.longPoll === true || its.longPoll === 'true',
      values: { ...values, agent },
    },
    sum: {
      receivedAt: iso(received.value),
      count: count.value,
      errors: errors.value,
      faults: faults.value,
      timeMillis: { max: longest.value, sum: round(millis.value) },
      buckets: Object.fromEntries(
        bucketFields
          .map((field) => [field, figure.parse(found[field]).value] as const)
          .filter(([, calls]) => calls > 0),
      ),
    },
  };
}

function plain(value: Key[string] | undefined): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

const iso = (at: number) => new Date(at).toISOString();
