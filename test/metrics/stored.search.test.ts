import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDocumentStore } from '../../functions/clients/document-store.ts';
import { makeExistingIndices } from '../../functions/clients/existing-indices.ts';
import { readUnsettled } from '../../functions/collect/read-unsettled.ts';
import { makeIndexChoice } from '../../functions/ingest/index-choice.ts';
import { setUpSearch } from '../../functions/setup/set-up-search.ts';
import { metricPollId, metricPollsIndex } from '../../model/documents/metric-poll.ts';
import { standInForConnect } from './connect-stand-in.ts';
import { makeExamplePolling } from './example-polling.ts';
import { expectedDocuments } from './expected-documents.ts';
import { instanceId, makeTruth } from './truth.ts';

const search = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });
/** A day that no other test has, near midnight: two indices. */
const from = Date.parse('2004-03-04T22:00:00Z');
const to = Date.parse('2004-03-05T01:00:00Z');
const indices = 'connect-historical-metrics-2004.03.*';
const minuteMillis = 60_000;

beforeAll(() => setUpSearch(search));
afterAll(async () => {
  await search.indices.delete({ index: indices });
  await search.delete({ index: metricPollsIndex, id: metricPollId({ instanceId, poller: 'historical' }) });
});

async function stored(): Promise<Record<string, unknown>[]> {
  await search.indices.refresh({ index: indices });
  const { body } = await search.search({
    index: indices,
    body: { size: 5000, query: { term: { instanceId } } } as object,
  });
  return body.hits.hits.map(({ _source }) => _source as Record<string, unknown>);
}

const keyOf = (its: object) => {
  const { subject, subjectId, '@timestamp': at } = its as Record<string, unknown>;
  return `${subject} ${subjectId} ${at}`;
};

test('in OpenSearch, too, corrections take the place of what was there, and what is read twice is there once', async () => {
  let now = 0;
  const truth = makeTruth(from, to, 150);
  const connect = standInForConnect(truth, { throttles: false, now: () => now });
  const example = makeExamplePolling(connect.client, { historical: { on: true } }).historical;
  const polling = {
    ...example,
    now: () => now,
    pause: async () => {},
    // A document store keeps to the real clock.
    store: inRealTime(makeDocumentStore(search)),
    indexChoice: makeIndexChoice((names) => makeExistingIndices(search)(names, Date.now() + minuteMillis), {
      rotation: 'daily',
    }),
  };
  const runs = [];
  for (now = from + 30 * minuteMillis; now <= to + 300 * minuteMillis; now += 45 * minuteMillis) {
    runs.push(await readUnsettled(polling, Number.POSITIVE_INFINITY));
  }
  expect(runs.map((run) => run?.faults)).toEqual(runs.map(() => ({})));
  expect(runs.at(-1)).toMatchObject({ documents: 0 });
  const found = await stored();
  const expected = expectedDocuments(truth, { from, to });
  expect(expected.length).toBeGreaterThan(200);
  expect(found).toHaveLength(expected.length);
  const figures = new Map(found.map(({ receivedAt: _, ...its }) => [keyOf(its), its]));
  expect(figures).toEqual(new Map(expected.map((its) => [keyOf(its), its])));
});

function inRealTime(store: ReturnType<typeof makeDocumentStore>): typeof store {
  return {
    read: (places) => store.read(places, Date.now() + minuteMillis),
    write: (writes) => store.write(writes, Date.now() + minuteMillis),
  };
}
