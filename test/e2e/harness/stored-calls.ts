import { Client } from '@opensearch-project/opensearch';
import * as z from 'zod';
import type { Pipeline } from './pipeline.ts';
import { perCall, type Sent } from './steady-posts.ts';
import { waitFor } from './wait-for.ts';

/** How calls that were accepted came out, in documents: windows, reports and calls. */
export type Outcome = {
  readonly expected: number;
  readonly stored: number;
  readonly duplicates: number;
  /** A call’s document that does not say all of the call counts as well. */
  readonly lost: number;
};

/** Documents, and how many of them are not about the same as another. */
type Found = { readonly documents: number; readonly distinct: number };

const found = z.object({
  hits: z.object({ total: z.object({ value: z.number() }) }),
  // There are none before there is an index.
  aggregations: z
    .object({ whole: z.object({ distinct: z.object({ buckets: z.array(z.unknown()) }) }) })
    .optional(),
});

const whole = [
  { term: { 'toAgent.windows': 2 } },
  { term: { 'fromAgent.windows': 2 } },
  { term: { reportArrived: true } },
];

/** Gives all that was accepted some time to be stored, and counts it. */
export async function outcomeOf({ search }: Pipeline, sent: Sent, within: number): Promise<Outcome> {
  const client = new Client({ node: search.url });
  const look = () =>
    Promise.all([
      count(client, sent, 'softphone-stream-stats-*', ['contactId', 'softphoneStreamType', 'startedAt']),
      count(client, sent, 'softphone-call-reports-*', ['contactId']),
      count(client, sent, 'softphone-calls-*', ['contactId'], whole),
    ]);
  const expected = sent.contactIds.length * (perCall.windows + 2);
  const sum = (counts: readonly Found[], of: keyof Found) => counts.reduce((all, its) => all + its[of], 0);
  const isAll = (counts: readonly Found[]) => sum(counts, 'distinct') >= expected;
  // An index that was made a moment ago cannot be read yet: then look again.
  const lookOrNot = () => look().catch(() => []);
  const wanted = { within, every: 500 };
  const counted = await waitFor('all that was accepted', lookOrNot, isAll, wanted).catch(look);
  const stored = sum(counted, 'documents');
  const distinct = sum(counted, 'distinct');
  return { expected, stored, duplicates: stored - distinct, lost: expected - distinct };
}

async function count(
  client: Client,
  { contactIds }: Sent,
  index: string,
  identity: readonly string[],
  more: readonly object[] = [],
): Promise<Found> {
  await client.indices.refresh({ index });
  const sources = identity.map((field) => ({ [field]: { terms: { field } } }));
  const body = {
    size: 0,
    track_total_hits: true,
    query: { terms: { contactId: contactIds } },
    aggs: {
      whole: {
        filter: { bool: { filter: more } },
        aggs: { distinct: { composite: { size: 60_000, sources } } },
      },
    },
  };
  const { hits, aggregations } = found.parse((await client.search({ index, body: body as object })).body);
  return { documents: hits.total.value, distinct: aggregations?.whole.distinct.buckets.length ?? 0 };
}
