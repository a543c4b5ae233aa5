import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { collectSettings } from '../../model/settings/collect.ts';
import { buildAgentEvent, buildContactRecord } from '../../test/connect-builders.ts';
import type { RecordObjects } from '../clients/record-objects.ts';
import { KnownError } from '../errors.ts';
import { agentEventSource } from './agent-event-source.ts';
import { type BackfillDeps, backfillObjects } from './backfill-objects.ts';
import { agentEventCleaner } from './clean-agent-event.ts';
import { contactRecordCleaner } from './clean-contact-record.ts';
import { contactRecordSource } from './contact-record-source.ts';
import { makeExampleCollector } from './example-collector.ts';

const writtenAt = new Date('2026-03-04T10:05:00Z');
const settings = collectSettings.parse({});
const clean = contactRecordCleaner(settings, () => '');
const never = Number.POSITIVE_INFINITY;
const record = (n: number) =>
  JSON.stringify(buildContactRecord({ ContactId: `3c5b6f2a-1111-4222-8333-9444455550${n}` }));

/** A bucket in pages of two. */
function bucketOf(contents: Readonly<Record<string, string | Uint8Array>>): RecordObjects {
  const keys = Object.keys(contents).sort();
  return {
    list: async (prefix, after = '', most) =>
      keys
        .filter((key) => key.startsWith(prefix) && key > after)
        .slice(0, most)
        .map((key) => ({ key, writtenAt })),
    open: async (key) =>
      (async function* () {
        const bytes = new Uint8Array(Buffer.from(contents[key] ?? ''));
        for (let i = 0; i < bytes.length; i += 100) yield bytes.slice(i, i + 100);
      })(),
  };
}

function setUp(contents: Readonly<Record<string, string | Uint8Array>>) {
  const collector = makeExampleCollector();
  const deps: BackfillDeps = { ...collector.deps, objects: bucketOf(contents) };
  return { ...collector, deps };
}

const history = {
  'ctr/2026/03/04/10/a': `${record(10)}${record(11)}`,
  'ctr/2026/03/04/10/b.gz': gzipSync(`${record(12)}\n${record(13)}\n`),
  'ctr/2026/03/04/11/c': `${record(14)}\n{"not":"a record"}\n{"cut": of`,
  'other/d': record(99),
};

test('all that Firehose kept below a prefix is stored, compressed or not, and poison set aside', async () => {
  const { deps, documents, setAside } = setUp(history);
  const request = { prefix: 'ctr/' };
  const answer = await backfillObjects(contactRecordSource, clean, request, deps, never);
  expect(answer).toEqual({ objects: 3, records: 6, setAside: 2 });
  expect(documents().size).toBe(5);
  expect(setAside.map(({ reason }) => reason).sort()).toEqual(['invalid', 'unreadable']);
  const before = documents();
  expect(await backfillObjects(contactRecordSource, clean, request, deps, never)).toEqual(answer);
  expect(documents()).toEqual(before);
  expect([...before.values()][0]).toMatchObject({ receivedAt: writtenAt.toISOString() });
});

const large = gzipSync(`${record(20)}\n`.repeat(200));

test.each([
  ['is cut off', large.subarray(0, large.length - 20)],
  ['is damaged', Buffer.from(large).fill(0, 60, 90)],
  ['is one endless text', `{"a":"${'a'.repeat(10_000_001)}`],
  ['is archived', Object.assign(new Error('archived'), { name: 'InvalidObjectState' })],
])('an object that %s is set aside alone, and holds up nothing', async (_, object) => {
  const { deps, documents, setAside } = setUp({
    'ctr/a': record(10),
    'ctr/b': object instanceof Error ? '' : object,
    'ctr/c': record(11),
  });
  const open = async (key: string) => {
    if (key === 'ctr/b' && object instanceof Error) throw object;
    return deps.objects.open(key);
  };
  const objects = { ...deps.objects, open };
  const request = { prefix: 'ctr/' };
  const answer = await backfillObjects(contactRecordSource, clean, request, { ...deps, objects }, never);
  expect(answer).toMatchObject({ objects: 3, setAside: 1 });
  expect(answer.stopped).toBeUndefined();
  expect([...documents().values()]).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ contactId: expect.stringMatching(/10$/) }),
      expect.objectContaining({ contactId: expect.stringMatching(/11$/) }),
    ]),
  );
  expect(setAside).toMatchObject([{ reason: 'unreadable', body: { place: 'ctr/b' } }]);
});

test('goes on where the time was up', async () => {
  const { deps, documents } = setUp(history);
  let clock = Date.parse('2026-03-04T11:00:00Z');
  const open = async (key: string) => {
    clock += 60_000;
    return deps.objects.open(key);
  };
  const slow = { ...deps, objects: { ...deps.objects, open }, now: () => clock };
  const answers: (string | undefined)[] = [];
  do {
    const request = { prefix: 'ctr/', after: answers.at(-1) };
    const { after } = await backfillObjects(contactRecordSource, clean, request, slow, clock + 60_000);
    answers.push(after);
  } while (answers.at(-1) !== undefined);
  expect(answers).toEqual(['ctr/2026/03/04/10/b.gz', undefined]);
  expect(documents().size).toBe(5);
});

test('stops where the search service is away, and says where to go on', async () => {
  const { deps } = setUp(history);
  const { store } = deps.writing;
  let writes = 0;
  const away = {
    ...store,
    write: async (...given: Parameters<typeof store.write>) => {
      if (++writes > 1) throw new KnownError('unavailable', 'The search service cannot be reached.');
      return store.write(...given);
    },
  };
  const writing = { ...deps.writing, store: away };
  expect(
    await backfillObjects(contactRecordSource, clean, { prefix: 'ctr/' }, { ...deps, writing }, never),
  ).toEqual({
    objects: 1,
    records: 2,
    setAside: 0,
    after: 'ctr/2026/03/04/10/a',
    stopped: 'The search service cannot be reached.',
  });
});

test('agents’ events of before the install do not make their states older', async () => {
  const { deps, documents, events } = setUp({
    'ae/a': JSON.stringify(
      buildAgentEvent({ EventType: 'LOGIN', EventId: 'old', EventTimestamp: '2026-03-03T08:00:00.000Z' }),
    ),
  });
  await events([buildAgentEvent()]);
  await backfillObjects(agentEventSource, agentEventCleaner(settings), { prefix: 'ae/' }, deps, never);
  const states = [...documents()].filter(([place]) => place.startsWith('connect-agent-states/'));
  expect(states.map(([, state]) => state)).toMatchObject([{ eventType: 'STATE_CHANGE' }]);
  expect(documents().size).toBe(3);
});
