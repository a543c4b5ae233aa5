import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildApiMetrics,
  buildCallReport,
  buildReport,
  buildStats,
  buildWindow,
} from '../../test/builders.ts';
import type { DocumentStore } from '../clients/document-store.ts';
import type { About } from '../clients/erasures.ts';
import { makeMemoryDocumentStore } from '../clients/memory-document-store.ts';
import type { SetAsideObjects } from '../clients/set-aside-objects.ts';
import { KnownError } from '../errors.ts';
import { apiMetricsKind } from '../ingest/api-metrics-kind.ts';
import { makeExampleDeps } from '../ingest/example-deps.ts';
import { keep } from '../ingest/kept-message.ts';
import { softphoneReportKind } from '../ingest/softphone-report-kind.ts';
import { softphoneStatsKind } from '../ingest/softphone-stats-kind.ts';
import { storeMessages } from '../ingest/store-messages.ts';
import { putBack } from './put-back.ts';
import { type ReplayRequest, replayAll } from './replay-all.ts';

const never = Number.POSITIVE_INFINITY;
const receivedAt = new Date('2026-03-04T10:01:40.000Z');
const sentAt = '2026-03-04T10:01:39.000Z';
const arrivalOf = <Message>(message: Message) => ({ message, context: { receivedAt } });
const window = (startedAt: string) => [buildWindow({ startedAt })];
const stats = [
  arrivalOf(buildStats({ sentAt, windows: window('2026-03-04T10:00:00.000Z') })),
  arrivalOf(buildStats({ sentAt, windows: window('2026-03-04T10:00:30.000Z') })),
];
const report = arrivalOf(buildReport({ sentAt, report: buildCallReport() }));

function setUp() {
  const memory = makeMemoryDocumentStore();
  const bucket = new Map<string, string>();
  /** What the store says to every write while it is not what it should be. */
  const state: { refused?: (index: string) => boolean; down?: boolean } = {};
  const reach = <Value>(value: Value): Value => {
    if (state.down) throw new KnownError('unavailable', 'The search service cannot be reached.');
    return value;
  };
  const store: DocumentStore = {
    read: async (places, deadline) => reach(memory.read(places, deadline)),
    write: async (writes, deadline) => {
      reach(undefined);
      const outcomes = writes.map(async (write) =>
        state.refused?.(write.index)
          ? ({ outcome: 'refused', reason: 'mapper_parsing_exception', detail: 'field [n]' } as const)
          : (await memory.write([write], deadline))[0],
      );
      return (await Promise.all(outcomes)).filter((outcome) => outcome !== undefined);
    },
  };
  const objects: SetAsideObjects = {
    list: async (prefix, after = '', most) =>
      [...bucket.keys()]
        .filter((key) => key.startsWith(prefix) && key > after)
        .sort()
        .slice(0, most),
    read: async (key) => bucket.get(key),
    write: async (key, json) => void bucket.set(key, json),
    remove: async (key) => void bucket.delete(key),
  };
  const { deps, counted } = makeExampleDeps();
  const failedRecords = {
    keep: async (records: readonly { index: string; id: string; variant?: string }[]) => {
      for (const { variant, ...its } of records)
        bucket.set(`${its.index}/${its.id}.${variant ?? ''}`, JSON.stringify({ failedAt: sentAt, ...its }));
    },
  };
  const writing = { ...deps.writing, store, failedRecords, telemetry: deps.telemetry };
  const ingest = { ...deps, writing };
  const replay = (change: Partial<ReplayRequest> = {}, erasures = ingest.erasures) =>
    replayAll(
      { prefix: '', limit: 1000, ...change },
      {
        objects,
        putBack: (its, deadline) => putBack(its, { ...ingest, erasures }, deadline),
        telemetry: { warn: () => {} },
        now: () => 0,
      },
      never,
    );
  const keepMessage = (key: string, body: object) =>
    bucket.set(`messages/${key}`, JSON.stringify({ failedAt: sentAt, reason: 'unknownAgent', ...body }));
  return { memory, bucket, state, ingest, replay, keepMessage, counted };
}

test('everything that was set aside comes back as if it had never been, in whatever order', async () => {
  const direct = setUp();
  await storeMessages(softphoneStatsKind, stats, direct.ingest, never);
  await storeMessages(softphoneReportKind, [report], direct.ingest, never);
  const refused = fc.subarray(['softphone-stream-stats', 'softphone-calls'], {
    minLength: 1,
  });
  await fc.assert(
    fc.asyncProperty(
      refused,
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1 }),
      async (kinds, limits) => {
        const { memory, bucket, state, ingest, replay } = setUp();
        state.refused = (index) => kinds.some((kind) => index.startsWith(`${kind}-2`));
        // The second comes while the first is set aside; the report after the cause is mended.
        for (const arrival of stats) await storeMessages(softphoneStatsKind, [arrival], ingest, never);
        expect(bucket.size).toBeGreaterThan(0);
        delete state.refused;
        await storeMessages(softphoneReportKind, [report], ingest, never);
        for (const limit of limits) await Promise.all([replay({ limit }), replay({ limit })]);
        await Promise.all([replay(), replay()]);
        expect(bucket.size).toBe(0);
        expect(memory.documents()).toEqual(direct.memory.documents());
      },
    ),
  );
});

test('whole messages come back too, and what still fails is kept with the new reason', async () => {
  const { memory, bucket, state, replay, keepMessage, counted } = setUp();
  const body = keep(apiMetricsKind, arrivalOf(buildApiMetrics({ sentAt })));
  keepMessage('api-metrics/good.json', { route: 'api-metrics', body });
  const old = { ...body, message: { ...body.message, startedAt: '2020-01-01T00:00:00.000Z' } };
  keepMessage('api-metrics/old.json', { route: 'api-metrics', body: old });
  keepMessage('unreadable/x.json', { body: '?' });
  expect((await replay({ prefix: 'messages/' })).counts).toEqual({
    stored: 1,
    refused: 1,
    unavailable: 0,
    unreadable: 1,
    erased: 0,
    gone: 0,
  });
  expect(memory.documents().size).toBe(3);
  expect([...bucket.keys()]).toEqual(['messages/api-metrics/old.json', 'messages/unreadable/x.json']);
  expect(JSON.parse(bucket.get('messages/api-metrics/old.json') ?? '')).toEqual({
    failedAt: '1970-01-01T00:00:00.000Z',
    route: 'api-metrics',
    reason: 'invalid',
    detail: 'The message’s times are not plausible.',
    body: old,
  });
  keepMessage('api-metrics/good.json', { route: 'api-metrics', body });
  state.refused = () => true;
  // Its documents are there already, but nobody can know that of a store that refuses them.
  expect((await replay({ prefix: 'messages/api-metrics/g' })).counts).toMatchObject({ refused: 1 });
  expect(JSON.parse(bucket.get('messages/api-metrics/good.json') ?? '')).toMatchObject({
    reason: 'mapper_parsing_exception',
    detail: 'field [n]',
  });
  // It was counted when it was set aside.
  expect(counted).toEqual([]);
});

test('nothing is deleted while the search service is out of reach, and the rest is not even tried', async () => {
  const { bucket, state, replay, keepMessage } = setUp();
  const body = keep(apiMetricsKind, arrivalOf(buildApiMetrics({ sentAt })));
  for (let i = 0; i < 30; i++) keepMessage(`api-metrics/${i}.json`, { route: 'api-metrics', body });
  state.down = true;
  const { counts, after } = await replay();
  expect(counts).toMatchObject({ unavailable: 10, stored: 0 });
  expect(after).toBeUndefined();
  expect(bucket.size).toBe(30);
});

test.each([
  ['an agent', { agent: 'ana.silva' }],
  ['a contact', { contactId: stats[0]?.message.call.contactId }],
])('documents of %s who was erased since are deleted, not stored', async (_, subject) => {
  const { memory, bucket, state, ingest, replay } = setUp();
  const failedAt = '2026-03-04T10:00:20.000Z';
  const failure = { name: 'acceptContact', at: failedAt, kind: 'fault', timeMillis: 30_000 } as const;
  const failing = buildApiMetrics({ sentAt, failures: [failure] });
  state.refused = () => true;
  await storeMessages(softphoneStatsKind, stats, ingest, never);
  await storeMessages(softphoneReportKind, [report], ingest, never);
  await storeMessages(apiMetricsKind, [arrivalOf(failing)], ingest, never);
  const [kept, before] = [bucket.size, new Map(bucket)];
  delete state.refused;
  const asked: About[] = [];
  const cover = async (about: About) => {
    asked.push(about);
    return Object.entries(subject).every(([key, value]) => about[key as keyof About] === value);
  };
  const { counts } = await replay({}, { cover });
  const erased = [...before.values()].filter(
    (json) => !('contactId' in subject) || json.includes('contactId'),
  );
  expect(counts).toMatchObject({ erased: erased.length, stored: kept - erased.length });
  expect(erased.length).toBeGreaterThan(0);
  expect(memory.documents().size).toBe(kept - erased.length);
  expect(bucket.size).toBe(0);
  expect(asked).toHaveLength(kept);
  // What a window, a report or a failed call came from, not when that was.
  const { call } = buildStats();
  expect(new Set(asked.map(({ startedAt }) => startedAt))).toEqual(
    new Set([call.startedAt, failing.startedAt]),
  );
});

test('a later window of a call that began before its agent was erased stays erased', async () => {
  const { memory, bucket, state, ingest, replay } = setUp();
  state.refused = () => true;
  await storeMessages(softphoneStatsKind, stats, ingest, never);
  delete state.refused;
  // The first window begins with the call; the second, and its document, half a minute later.
  const erasedAt = Date.parse(buildStats().call.startedAt) + 10_000;
  const cover = async ({ startedAt }: About) => Date.parse(startedAt) <= erasedAt;
  const kept = bucket.size;
  expect((await replay({}, { cover })).counts).toMatchObject({ erased: kept, stored: 0 });
  expect(memory.documents().size).toBe(0);
  expect(bucket.size).toBe(0);
});

test('says where to go on, by limit and by time', async () => {
  const { bucket, replay, keepMessage } = setUp();
  const body = keep(apiMetricsKind, arrivalOf(buildApiMetrics({ sentAt })));
  for (const name of ['a', 'b', 'c']) keepMessage(name, { route: 'api-metrics', body });
  const first = await replay({ limit: 2 });
  expect(first).toMatchObject({ counts: { stored: 2 }, after: 'messages/b' });
  expect(await replay({ limit: 2, after: first.after })).toMatchObject({ counts: { stored: 1 } });
  expect(bucket.size).toBe(0);
});
