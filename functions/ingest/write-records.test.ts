import { expect, test } from 'vitest';
import { buildCallDocument } from '../../test/document-builders.ts';
import type { DocumentStore, WriteOutcome } from '../clients/document-store.ts';
import type { FailedRecord } from '../clients/failed-records.ts';
import { makeMemoryDocumentStore } from '../clients/memory-document-store.ts';
import { exampleConfig, makeExampleTelemetry } from './example-deps.ts';
import { makeRecentCalls } from './recent-calls.ts';
import { type Writing, writeRecords } from './write-records.ts';

const about = { agent: 'ana.silva', startedAt: '2026-03-04T10:00:00.000Z' };
const document = (id: string) => ({
  index: 'softphone-stream-stats-2026.03.04',
  id,
  about,
  document: { id },
});
const { parts } = buildCallDocument();
const place = { index: 'softphone-calls-2026.03.04', id: 'call' };
const event = (second: number) => ({ type: 'muted' as const, at: `2026-03-04T10:00:0${second}.000Z` });
const call = (second: number) => ({ ...place, about, parts: { ...parts, events: [event(second)] } });

/** A store whose answers to the first writes are given, each for all of its documents. */
function setUp(outcomes: readonly WriteOutcome[] = [], change: Partial<Writing> = {}) {
  const memory = makeMemoryDocumentStore();
  const scripted = [...outcomes];
  const requests: string[] = [];
  const pauses: number[] = [];
  let clock = 0;
  const store: DocumentStore = {
    read: async (places, deadline) => {
      requests.push(`read ${places.map(({ id }) => id)}`);
      return memory.read(places, deadline);
    },
    write: async (writes, deadline) => {
      requests.push(`write ${writes.map(({ id }) => id)}`);
      const outcome = scripted.shift();
      return outcome ? writes.map(() => outcome) : memory.write(writes, deadline);
    },
  };
  const writing: Writing = {
    store,
    limits: exampleConfig.limits,
    now: () => clock,
    pause: async (millis) => {
      pauses.push(millis);
      clock += millis;
    },
    ...change,
  };
  return { writing, memory, requests, pauses };
}

const eventsOf = (memory: ReturnType<typeof makeMemoryDocumentStore>) =>
  (memory.documents().get(`${place.index}/${place.id}`) as { events: unknown }).events;

test('a message is one read and one write', async () => {
  const { writing, requests, memory } = setUp();
  await writeRecords({ documents: [document('a'), document('b')], calls: [call(1)] }, writing, 1000);
  expect(requests).toEqual(['read call', 'write a,b,call']);
  expect(memory.documents().size).toBe(3);
});

test('who wrote the call last does not read it again', async () => {
  const { writing, requests, memory } = setUp([], { recent: makeRecentCalls(() => 0) });
  await writeRecords({ documents: [], calls: [call(1)] }, writing, 1000);
  await writeRecords({ documents: [document('a')], calls: [call(2)] }, writing, 1000);
  expect(requests).toEqual(['read call', 'write call', 'write a,call']);
  expect(eventsOf(memory)).toEqual([event(1), event(2)]);
});

test('whom another overtook reads the call and adds to it; documents are not written twice', async () => {
  const recent = makeRecentCalls(() => 0);
  const { writing, memory, requests, pauses } = setUp([], { recent });
  await writeRecords({ documents: [], calls: [call(1)] }, writing, 1000);
  await writeRecords({ documents: [], calls: [call(2)] }, { ...writing, recent: makeRecentCalls() }, 1000);
  requests.length = 0;
  await writeRecords({ documents: [document('a')], calls: [call(3)] }, writing, 1000);
  expect(requests).toEqual(['write a,call', 'read call', 'write call']);
  expect(eventsOf(memory)).toEqual([event(1), event(2), event(3)]);
  expect(pauses).toHaveLength(1);
  expect(pauses[0]).toBeLessThanOrEqual(5);
});

test('many writers of one call at once lose nothing', async () => {
  const { writing, memory } = setUp([], { pause: () => Promise.resolve() });
  const writers = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((second) =>
    writeRecords({ documents: [], calls: [call(second)] }, { ...writing, recent: makeRecentCalls() }, 1000),
  );
  await Promise.all(writers);
  expect(eventsOf(memory)).toHaveLength(9);
});

test('what is delayed is tried again, ever later', async () => {
  const delayed = { outcome: 'delayed', reason: 'rejected_execution_exception' } as const;
  const { writing, memory, pauses } = setUp([delayed, delayed, delayed]);
  await writeRecords({ documents: [document('a')], calls: [call(1)] }, writing, 10_000);
  expect(memory.documents().size).toBe(2);
  expect(pauses).toHaveLength(3);
  expect(pauses[2]).toBeGreaterThan(pauses[0] ?? 0);
});

test('at the deadline the message stays with its page', async () => {
  const delayed = { outcome: 'delayed', reason: 'cluster_block_exception' } as const;
  const { writing, pauses } = setUp(new Array<WriteOutcome>(99).fill(delayed));
  const writes = writeRecords({ documents: [document('a')], calls: [] }, writing, 1000);
  await expect(writes).rejects.toMatchObject({ kind: 'unavailable' });
  expect(pauses.reduce((sum, millis) => sum + millis, 0)).toBeLessThan(1000);
});

test('what can never be stored is set aside with the reason, and counted', async () => {
  const refused = { outcome: 'refused', reason: 'mapper_parsing_exception' } as const;
  const kept: FailedRecord[] = [];
  const { telemetry, counted } = makeExampleTelemetry();
  const failedRecords = { keep: async (records: readonly FailedRecord[]) => void kept.push(...records) };
  const { writing } = setUp([refused], { failedRecords, telemetry });
  await writeRecords({ documents: [document('a')], calls: [] }, writing, 1000);
  expect(kept).toEqual([{ ...document('a'), reason: 'mapper_parsing_exception' }]);
  expect(counted).toEqual([
    {
      metric: 'SetAside',
      count: 1,
      dimensions: { reason: 'mapper_parsing_exception', kind: 'softphone-stream-stats' },
    },
  ]);
});

test('of a call that can never be stored, each message’s share is set aside by itself', async () => {
  const refused = { outcome: 'refused', reason: 'mapper_parsing_exception', detail: 'field [n]' } as const;
  const kept: FailedRecord[] = [];
  const failedRecords = { keep: async (records: readonly FailedRecord[]) => void kept.push(...records) };
  const { writing } = setUp([refused, refused, refused], { failedRecords });
  for (const second of [1, 2, 1]) await writeRecords({ documents: [], calls: [call(second)] }, writing, 1000);
  expect(kept).toMatchObject(
    [1, 2, 1].map((second) => ({ detail: 'field [n]', document: { events: [event(second)] } })),
  );
  const [first, second, repeat] = kept.map(({ variant }) => variant);
  expect(first).toBeDefined();
  expect(second).not.toBe(first);
  expect(repeat).toBe(first);
});

test('without a place to set it aside the message stays with its page', async () => {
  const refused = { outcome: 'refused', reason: 'mapper_parsing_exception' } as const;
  const { writing } = setUp([refused]);
  const writes = writeRecords({ documents: [document('a')], calls: [] }, writing, 1000);
  await expect(writes).rejects.toMatchObject({ kind: 'unavailable' });
});
