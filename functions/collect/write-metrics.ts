import { isDeepStrictEqual } from 'node:util';
import { type CurrentMetricDocument, currentMetricIdentity } from '../../model/documents/current-metric.ts';
import {
  type HistoricalMetricDocument,
  historicalMetricIdentity,
} from '../../model/documents/historical-metric.ts';
import type { DatedKind } from '../../model/documents/kinds.ts';
import {
  type MetricPoll,
  metricPoll,
  metricPollId,
  metricPollsIndex,
} from '../../model/documents/metric-poll.ts';
import type { DocumentPlace, DocumentStore, WriteOutcome } from '../clients/document-store.ts';
import { documentId } from '../enrich/document-id.ts';
import type { IndexChoice } from '../ingest/index-choice.ts';
import type { PollTally } from './poll-tally.ts';

export type MetricWriting = {
  readonly store: DocumentStore;
  readonly indexChoice: IndexChoice;
  readonly now: () => number;
};

/** A page of figures is a hundred documents: a healthy search service takes a tenth of this. */
const writeMillis = 20_000;

/** Writes figures of now; what is there already is the same. Throws KnownError `unavailable`. */
export async function writeCurrent(
  documents: readonly CurrentMetricDocument[],
  writing: MetricWriting,
  tally: PollTally,
): Promise<void> {
  const placed = await placesOf('connect-current-metrics', documents, currentMetricIdentity, writing);
  await write(placed, writing, tally);
}

/**
 * Writes figures of intervals, each in the place of what was read of its interval before; of the same figures nothing is
 * written. Throws KnownError `unavailable`.
 *
 * @param askedAt when Connect was asked, in epoch milliseconds: what somebody asked later stays
 */
export async function writeHistorical(
  documents: readonly HistoricalMetricDocument[],
  askedAt: number,
  writing: MetricWriting,
  tally: PollTally,
): Promise<void> {
  if (documents.length === 0) return;
  const placed = await placesOf('connect-historical-metrics', documents, historicalMetricIdentity, writing);
  const stored = await writing.store.read(placed, writing.now() + writeMillis);
  const changed = placed.filter(({ document }, i) => !saysTheSame(stored[i]?.source, document));
  await write(
    changed.map((its) => ({ ...its, replaces: { asOf: askedAt } })),
    writing,
    tally,
  );
}

/** How far a poller was at its last run; undefined where it never ran. Throws KnownError `unavailable`. */
export async function readPoll(
  of: Pick<MetricPoll, 'instanceId' | 'poller'>,
  { store, now }: MetricWriting,
): Promise<MetricPoll | undefined> {
  const [found] = await store.read([placeOf(of)], now() + writeMillis);
  return metricPoll.safeParse(found?.source).data;
}

/** Says what a run came to. Throws KnownError `unavailable`. */
export async function writePoll(poll: MetricPoll, { store, now }: MetricWriting): Promise<void> {
  await store.write([{ ...placeOf(poll), document: poll, replaces: 'any' }], now() + writeMillis);
}

function placeOf(of: Pick<MetricPoll, 'instanceId' | 'poller'>): DocumentPlace {
  return { index: metricPollsIndex, id: metricPollId(of) };
}

async function placesOf<Document extends { readonly '@timestamp': string }>(
  kind: DatedKind,
  documents: readonly Document[],
  identity: (document: Document) => readonly string[],
  { indexChoice, now }: MetricWriting,
) {
  const all = documents.map((document) => ({ kind, at: new Date(document['@timestamp']), document }));
  const indexOf = await indexChoice(all, now() + writeMillis);
  return all.map((one) => ({
    index: indexOf(one),
    id: documentId(identity(one.document)),
    document: one.document,
  }));
}

async function write(
  writes: Parameters<DocumentStore['write']>[0],
  { store, now }: MetricWriting,
  tally: PollTally,
): Promise<void> {
  if (writes.length === 0) return;
  const outcomes = await store.write(writes, now() + writeMillis);
  const count = (...kinds: readonly WriteOutcome['outcome'][]) =>
    outcomes.filter(({ outcome }) => kinds.includes(outcome)).length;
  tally.stored(count('written'));
  tally.went('notStored', count('delayed', 'refused'));
}

/** When they were read does not count. */
function saysTheSame(before: unknown, { receivedAt, ...document }: HistoricalMetricDocument): boolean {
  return isDeepStrictEqual(before, { ...document, receivedAt: receivedAtOf(before) });
}

function receivedAtOf(before: unknown): unknown {
  return typeof before === 'object' && before !== null && 'receivedAt' in before
    ? before.receivedAt
    : undefined;
}
