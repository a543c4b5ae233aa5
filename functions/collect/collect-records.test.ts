import { expect, test } from 'vitest';
import { buildAgentEvent, buildContactRecord, buildFlowLog } from '../../test/connect-builders.ts';
import { readKept } from '../ingest/kept-message.ts';
import { makeExampleCollector } from './example-collector.ts';
import { storingRecords } from './store-kept-records.ts';

const never = Number.POSITIVE_INFINITY;
const good = (n: number) => buildContactRecord({ ContactId: `3c5b6f2a-1111-4222-8333-9444455550${n}` });

test('a poison record is set aside alone, with its reason, and the others are stored', async () => {
  const { records: collect, documents, setAside } = makeExampleCollector();
  const wrong = buildContactRecord({ Queue: { Name: { secret: 'Billing' }, Duration: 'three' } });
  const future = buildContactRecord({ InitiationTimestamp: '2036-03-04T10:00:00Z' });
  await collect([good(10), wrong, undefined, 'text', future, good(11)]);
  expect(documents().size).toBe(2);
  expect(setAside).toMatchObject([
    { reason: 'unreadable', body: { place: 'place-2' } },
    { reason: 'unreadable', body: { place: 'place-3' } },
    { reason: 'invalid', detail: expect.stringContaining('$.Queue.Duration'), route: 'contact-records' },
    { reason: 'invalid', detail: 'It is more than a day in the future.' },
  ]);
  expect(new Set(setAside.map(({ id }) => id)).size).toBe(4);
  expect(JSON.stringify(setAside)).not.toMatch(/secret|"text"|\+44/);
});

test('one that the search service refuses is set aside alone too, the same at every repeat', async () => {
  const { lines: collect, setAside, deps, documents } = makeExampleCollector();
  const { store } = deps.writing;
  const write = store.write;
  Object.assign(store, {
    write: async (writes: Parameters<typeof write>[0], deadline: number) => {
      const outcomes = await write(writes, deadline);
      return outcomes.map((its, i) =>
        i === 1 ? { outcome: 'refused', reason: 'mapper_parsing_exception' } : its,
      );
    },
  });
  for (const _ of [1, 2]) await collect([buildFlowLog(), buildFlowLog({ Identifier: 'other' })]);
  expect(setAside.map(({ reason }) => reason)).toEqual([
    'mapper_parsing_exception',
    'mapper_parsing_exception',
  ]);
  expect(new Set(setAside.map(({ id }) => id)).size).toBe(1);
  expect(documents().size).toBe(2);
});

test('what cannot be stored now waits in the queue, and is stored as if it had just come', async () => {
  const away = makeExampleCollector();
  const there = makeExampleCollector();
  away.is.down = true;
  for (const collector of [away, there]) {
    await collector.records([good(10), buildContactRecord({ Queue: 7 }), good(11)]);
    await collector.events([buildAgentEvent()]);
    await collector.lines([buildFlowLog()]);
  }
  expect(away.documents().size).toBe(0);
  away.is.down = false;
  for (const message of away.queued) {
    const kept = readKept(JSON.stringify(message));
    if (kept) await storingRecords.get(kept.route)?.(kept, away.deps, never);
  }
  expect(away.documents()).toEqual(there.documents());
  expect(away.setAside).toEqual(there.setAside);
  expect(there.setAside).toHaveLength(1);
});

test('many records that wait are several messages, none larger than a queue takes', async () => {
  const { records: collect, queued, is } = makeExampleCollector();
  is.down = true;
  await collect(Array.from({ length: 300 }, (_, i) => good(100 + i)));
  expect(queued.length).toBeGreaterThan(1);
  for (const message of queued) expect(JSON.stringify(message).length).toBeLessThan(256 * 1024);
});

test('when neither the search service nor the queue takes them, the source has to bring them again', async () => {
  const { records: collect, is, deps } = makeExampleCollector();
  is.down = true;
  Object.assign(deps.queue, { send: async () => Promise.reject(new Error('no queue')) });
  await expect(collect([good(10)])).rejects.toThrow('no queue');
});

test('a record that was set aside is put back once the cause is mended, and stays while it is not', async () => {
  const { records: collect, setAside, deps, documents } = makeExampleCollector();
  await collect([buildContactRecord({ Queue: 7 })]);
  const kept = readKept(JSON.stringify(setAside[0]?.body));
  if (!kept) throw new Error('It cannot be read');
  const store = storingRecords.get(kept.route);
  const { failedRecords: _, ...withoutBucket } = deps;
  await expect(store?.(kept, withoutBucket, never)).rejects.toThrow(/invalid: \$\.Queue/);
  const [record] = (kept.message as { records: { record: object }[] }).records;
  Object.assign(record?.record ?? {}, { Queue: { Name: 'Billing' } });
  expect(await store?.(kept, withoutBucket, never)).toBe(1);
  expect([...documents().values()]).toMatchObject([{ contactQueue: 'Billing' }]);
});
