import { expect, test } from 'vitest';
import { collectSettings } from '../../model/settings/collect.ts';
import { wfmSettings } from '../../model/settings/wfm.ts';
import type { Ask, Search, SearchAnswer } from '../query/ask.ts';
import { type ReconcileDeps, reconcileForDay } from './reconcile-for-day.ts';

/** Berlin's clocks go forward on this day. */
const day = '2026-03-29';
const nothing: SearchAnswer = { hits: { hits: [] } };
const hits = (...documents: readonly object[]): SearchAnswer => ({
  hits: { hits: documents.map((_source, i) => ({ _source, sort: [i] })) },
});

function setUp(answer: (search: Search) => SearchAnswer, aside: readonly object[] = []) {
  const asked: Search[] = [];
  const since: number[] = [];
  const ask: Ask = async (searches) => {
    asked.push(...searches);
    return searches.map(answer);
  };
  const deps: ReconcileDeps = {
    config: {
      wfm: wfmSettings.parse({ zone: 'Europe/Berlin', outputs: { agentPerformance: false } }),
      collect: collectSettings.parse({}),
      retentionDays: 90,
      retentionDaysByKind: { 'softphone-calls': 30 },
    },
    ask,
    setAsideSince: async (from) => {
      since.push(from);
      return { objects: aside.map((its, i) => ({ key: `k${i}`, text: JSON.stringify(its) })), more: false };
    },
    now: () => Date.parse('2026-04-02T00:00:00Z'),
  };
  return { asked, since, deps };
}

const call = (contactId: string, startedAt: string) => ({ contactId, agent: 'ana.silva', startedAt });
const contact = (contactId: string, initiatedAt: string) => ({
  contactId,
  initiatedAt,
  updatedAt: initiatedAt,
  receivedAt: initiatedAt,
  calls: [{ agent: 'ana.silva' }],
  hasStatistics: true,
});
const asideAt = (at: string, record: object) => ({
  failedAt: at,
  reason: 'invalid',
  route: 'contact-records',
  body: {
    route: 'contact-records',
    message: { records: [{ record, receivedAt: at }] },
    context: { receivedAt: at },
  },
});

test('the day is that of the zone, and a contact that began before it is looked for by its call', async () => {
  const { asked, since, deps } = setUp(({ index, body }) => {
    if (index === 'softphone-calls-*')
      return hits(call('c1', '2026-03-28T23:10:00.000Z'), call('c2', '2026-03-29T10:00:00.000Z'));
    if (!JSON.stringify(body.query).includes('"terms"')) return nothing;
    return hits(contact('c1', '2026-03-28T22:59:00.000Z'));
  });
  const found = await reconcileForDay(day, 100, deps);
  expect(found).toMatchObject({ from: '2026-03-28T23:00:00.000Z', to: '2026-03-29T22:00:00.000Z' });
  expect(found.counts).toMatchObject({ records: 0, called: 2, counted: null, sent: null });
  expect(found.differences).toEqual([
    expect.objectContaining({ kind: 'callWithoutRecord', reason: 'notReceived', contactId: 'c2' }),
  ]);
  expect(asked.at(-1)?.body.query).toEqual({ terms: { contactId: ['c1', 'c2'] } });
  expect(since).toEqual([Date.parse('2026-03-28T23:00:00.000Z')]);
});

test('of what is set aside the day counts in which it began, or in which it came where that cannot be read', async () => {
  const { deps } = setUp(
    () => nothing,
    [
      asideAt('2026-03-30T09:00:00Z', { ContactId: 'C1', InitiationTimestamp: '2026-03-29T09:00:00Z' }),
      asideAt('2026-03-30T09:00:00Z', { ContactId: 'C2', InitiationTimestamp: '2026-03-30T08:00:00Z' }),
      asideAt('2026-03-29T09:00:00Z', { ContactId: 7, InitiationTimestamp: 'soon', Queue: { ARN: 'arn' } }),
      { failedAt: '2026-03-29T10:00:00Z', reason: 'unreadable', body: { place: 'shard' } },
      { failedAt: '2026-04-01T10:00:00Z', reason: 'unreadable', body: { place: 'shard' } },
    ],
  );
  const { differences } = await reconcileForDay(day, 100, deps);
  expect(differences).toEqual([
    { kind: 'recordSetAside', reason: 'setAside', contacts: 1, detail: 'unreadable, k3' },
    { kind: 'recordSetAside', reason: 'setAside', contacts: 1, detail: 'invalid, k2', queue: 'arn' },
    expect.objectContaining({ contactId: 'c1', at: '2026-03-29T09:00:00Z', detail: 'invalid, k0' }),
  ]);
});

test('Connect’s figures are those that were read last where there are some of both lengths', async () => {
  const metric = (at: string, minutes: number, receivedAt: string, contactsQueuedByEnqueue?: number) => ({
    '@timestamp': at,
    endsAt: new Date(Date.parse(at) + minutes * 60_000).toISOString(),
    intervalMinutes: minutes,
    receivedAt,
    contactQueueArn: 'arn',
    contactQueue: 'Sales',
    contactsQueuedByEnqueue,
  });
  const { deps } = setUp(({ index }) =>
    index === 'connect-historical-metrics-*'
      ? hits(
          metric('2026-03-29T09:00:00.000Z', 30, '2026-03-29T09:40:00.000Z', 9),
          metric('2026-03-29T09:00:00.000Z', 15, '2026-03-29T10:40:00.000Z', 2),
          metric('2026-03-29T09:15:00.000Z', 15, '2026-03-29T10:40:00.000Z'),
        )
      : nothing,
  );
  const { counts, differences } = await reconcileForDay(day, 100, deps);
  expect(counts.counted).toBe(2);
  expect(differences).toEqual([
    {
      kind: 'countedWithoutRecord',
      reason: 'notReceived',
      contacts: 2,
      counted: 2,
      records: 0,
      queue: 'Sales',
      at: '2026-03-29T09:00:00.000Z',
      until: '2026-03-29T09:15:00.000Z',
    },
  ]);
});

test('of each kind so many are listed as are asked for, and all are counted', async () => {
  const calls = ['c1', 'c2', 'c3'].map((id) => call(id, '2026-03-29T10:00:00.000Z'));
  const { deps } = setUp(({ index }) => (index === 'softphone-calls-*' ? hits(...calls) : nothing));
  const { totals, differences } = await reconcileForDay(day, 2, deps);
  expect(totals).toEqual([{ kind: 'callWithoutRecord', total: 3 }]);
  expect(differences.map(({ contactId }) => contactId)).toEqual(['c1', 'c2']);
});

test('what was sent is that of the day, an hour in a file; of days whose notes have expired nothing is said of it', async () => {
  const at = '2026-03-29T10:00:00.000Z';
  const { deps } = setUp(({ index }) => (index === 'connect-contacts-*' ? hits(contact('c1', at)) : nothing));
  const note = {
    ...{ file: 'contacts-20260329T100000Z.csv', kind: 'contacts', sentAt: '2026-03-29T11:00:00Z' },
    ...{ bytes: 1, sha256: '0'.repeat(64), rows: 1 },
    contacts: [{ contactId: 'c1', lastUpdateTimestamp: '2026-03-29T09:00:00Z' }],
  };
  const asked: string[] = [];
  const sentOf = async (day: string) => {
    asked.push(day);
    return { objects: [{ key: 'k', text: JSON.stringify(note) }], more: false };
  };
  const { counts, totals, differences } = await reconcileForDay(day, 1, { ...deps, sentOf });
  expect([counts.sent, asked]).toEqual([1, [day]]);
  // Three files of each of the day's 23 hours, but for the one that was sent.
  expect(totals).toEqual([
    { kind: 'fileNotSent', total: 68 },
    { kind: 'contactOutdated', total: 1 },
  ]);
  expect(differences[1]).toMatchObject({ kind: 'contactOutdated', reason: 'leftOut', contactId: 'c1' });
  const { config } = deps;
  const short = { ...config, wfm: { ...config.wfm, keepDays: 1 } };
  expect((await reconcileForDay(day, 1, { ...deps, config: short, sentOf })).counts.sent).toBeNull();
});

test.each([
  ['2026-04-03', 'has not begun'],
  ['2026-03-02', 'the retention is 30 days'],
])('%s is refused: %s', async (refused, message) => {
  const { deps } = setUp(() => nothing);
  await expect(reconcileForDay(refused, 100, deps)).rejects.toThrow(message);
});

test('of a part of the data nothing is said: all of the rest would be missing', async () => {
  const { deps } = setUp(() => ({ ...nothing, timed_out: true }));
  await expect(reconcileForDay(day, 100, deps)).rejects.toMatchObject({ kind: 'unavailable' });
});
