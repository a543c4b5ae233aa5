import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ask, Clause } from '../../functions/query/ask.ts';
import { askSearch } from '../../functions/query/ask-search.ts';
import { reconcileForDay } from '../../functions/reconcile/reconcile-for-day.ts';
import { queueMetricsOf } from '../../local/fleet/connect/queue-metrics-of.ts';
import { contactRecord } from '../../model/connect/contact-record.ts';
import { callMapping } from '../../model/documents/call.ts';
import { contactMapping } from '../../model/documents/contact.ts';
import { historicalMetricMapping } from '../../model/documents/historical-metric.ts';
import { joinContact } from '../../model/documents/join-contact.ts';
import { makeContactRecordPart } from '../../model/documents/make-contact-record-part.ts';
import type { Difference } from '../../model/reconcile/difference.ts';
import { collectSettings } from '../../model/settings/collect.ts';
import { wfmSettings } from '../../model/settings/wfm.ts';
import { buildContactRecord } from '../connect-builders.ts';
import { buildCallDocument, buildDimensions, buildStamps } from '../document-builders.ts';
import { fillIndex } from '../query/fill-index.ts';

const client = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });
/** Other tests have theirs beside. */
const instanceId = 'd1ffe2ec-3b1a-4c68-9d2e-5a4b8c6d1e0f';
const indexOf = (kind: string) => `${kind}-test-reconcile-${process.pid}`;
const day = '2005-06-07';
const noon = Date.parse(`${day}T12:00:00Z`);
const second = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
const idOf = (number: number) => `0c0ffee0-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Twenty contacts, one in each five minutes, all answered by Ana; some seconds of flow before the queue. */
const records = Array.from({ length: 20 }, (_, i) => {
  const at = noon + i * 300_000;
  return contactRecord.parse(
    buildContactRecord({
      ContactId: idOf(i),
      InstanceARN: `arn:aws:connect:eu-central-1:1:instance/${instanceId}`,
      InitiationTimestamp: second(at - 5000),
      LastUpdateTimestamp: second(at + 120_000),
      DisconnectTimestamp: second(at + 100_000),
      Queue: {
        ARN: 'arn:queue/sales',
        Name: 'Sales',
        EnqueueTimestamp: second(at),
        DequeueTimestamp: second(at + 4000),
        Duration: 4,
      },
    }),
  );
});
const parts = records.map((record) =>
  makeContactRecordPart(record, new Date(Date.parse(record.LastUpdateTimestamp) + 2000)),
);
const callOf = (number: number) => {
  const at = new Date(noon + number * 300_000 + 1000).toISOString();
  const facts = { at, dimensions: buildDimensions({ instanceId }), contact: { contactId: idOf(number) } };
  const windows = { 1: { streamType: 'audio_input', seconds: 30, rating: 'good', ratingReasons: [] } };
  const stamps = buildStamps({ '@timestamp': at });
  return buildCallDocument({ startedAt: at, stamps, facts, windows: windows as never });
};

/** What is planted, each in a contact of its own. */
const planted = { setAside: 3, neverCame: 7, notJoined: 9, withoutStatistics: 11, notPolled: 19 };

const contacts = parts.flatMap((record, i) => {
  if (i === planted.setAside || i === planted.neverCame) return [];
  const call = i === planted.withoutStatistics || i === planted.notJoined ? [] : [callOf(i)];
  const document = joinContact({
    record,
    calls: call as never,
    steps: [],
    agentEvents: [],
    phoneType: 'SOFT_PHONE',
  });
  return [i === planted.notJoined ? { ...document, hasStatistics: true } : document];
});
const calls = records.map((_, i) => callOf(i)).filter((_, i) => i !== planted.withoutStatistics);
/** The last contact's interval was not polled. */
const metrics = queueMetricsOf(parts, noon + 90 * 60_000);

const kinds = {
  'connect-contacts': { mapping: contactMapping, documents: contacts },
  'softphone-calls': { mapping: callMapping, documents: calls },
  'connect-historical-metrics': { mapping: historicalMetricMapping, documents: metrics },
};

beforeAll(async () => {
  for (const [kind, { mapping, documents }] of Object.entries(kinds))
    await fillIndex(client, indexOf(kind), mapping, documents);
});
afterAll(() => client.indices.delete({ index: Object.keys(kinds).map(indexOf), ignore_unavailable: true }));

const ask: Ask = (searches) =>
  askSearch(client)(
    searches.map(({ index, body }) => {
      const filter = [body.query as Clause, { term: { instanceId } }];
      return { index, body: { ...body, query: { bool: { filter } } } };
    }),
  );

/** As the collector puts a record into the bucket that it cannot store. */
function setAside(number: number) {
  const record = { ...buildContactRecord(), ContactId: idOf(number), Channel: 7 };
  const { InitiationTimestamp, Queue } = records[number] ?? {};
  const receivedAt = '2005-06-07T12:30:00.000Z';
  const message = { records: [{ record: { ...record, InitiationTimestamp, Queue }, receivedAt }] };
  const text = JSON.stringify({
    failedAt: receivedAt,
    reason: 'invalid',
    body: { route: 'contact-records', message, context: { receivedAt } },
  });
  return { key: 'messages/contact-records/1.json', text };
}

test('five faults of five kinds are found in what is stored, each named with its reason', async () => {
  const found = await reconcileForDay(day, 100, {
    config: {
      wfm: wfmSettings.parse({}),
      collect: collectSettings.parse({}),
      retentionDays: 90,
      retentionDaysByKind: {},
    },
    ask,
    setAsideSince: async () => ({ objects: [setAside(planted.setAside)], more: false }),
    now: () => Date.parse('2005-06-09T00:00:00Z'),
  });
  const shown = ({ kind, reason, contactId, queue, contacts: number }: Difference) =>
    `${kind} ${reason} ${contactId ?? queue ?? ''} ${number}`.replace('  ', ' ');
  expect(found.differences.map(shown)).toEqual([
    `recordSetAside setAside ${idOf(planted.setAside)} 1`,
    `callWithoutRecord setAside ${idOf(planted.setAside)} 1`,
    `callWithoutRecord notReceived ${idOf(planted.neverCame)} 1`,
    `callNotJoined unexplained ${idOf(planted.notJoined)} 1`,
    `withoutStatistics noPage ${idOf(planted.withoutStatistics)} 1`,
    'countedWithoutRecord setAside Sales 1',
    'countedWithoutRecord notReceived Sales 1',
    // Of the last quarter of an hour and ten minutes, in which two contacts came.
    'notPolled unexplained 2',
  ]);
  expect(found.counts).toMatchObject({ records: 18, queued: 18, counted: 18, called: 19, setAside: 1 });
});
