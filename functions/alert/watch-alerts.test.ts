import { expect, test } from 'vitest';
import { defaultRules } from '../../dashboards/alerts/default-rules.ts';
import { poorCalls } from '../../dashboards/measures/calls.ts';
import { type AlertDocument, alertsIndex } from '../../model/alerts/alert.ts';
import type { DocumentStore } from '../clients/document-store.ts';
import { makeMemoryDocumentStore } from '../clients/memory-document-store.ts';
import { KnownError } from '../errors.ts';
import type { SearchAnswer } from '../query/ask.ts';
import type { AlertMessage } from './alert-message.ts';
import { readState, writeState } from './alert-state.ts';
import { readRules, writeRules } from './rule-book.ts';
import { type AlertDeps, watchAlerts } from './watch-alerts.ts';

const start = Date.parse('2026-03-04T10:00:00Z');
const at = (minute: number) => new Date(start + minute * 60_000);
const later = () => Date.now() + 60_000;

/** What every rule by site is answered: of so many judged calls at a site so many poor. */
function answersOf(sites: Readonly<Record<string, readonly [poor: number, judged: number]>>): SearchAnswer {
  const buckets = Object.entries(sites).map(([key, [poor, judged]]) => ({
    key,
    [`${poorCalls.id}_part`]: { doc_count: poor },
    [`${poorCalls.id}_whole`]: { doc_count: judged },
  }));
  return { hits: { hits: [] }, aggregations: { seen: { buckets } } };
}

function setUp(change: Partial<AlertDeps> = {}) {
  const memory = makeMemoryDocumentStore();
  const told: AlertMessage[] = [];
  const said: Record<string, number> = {};
  const cleaned: string[] = [];
  const its = { sites: {} as Parameters<typeof answersOf>[0], isDown: false };
  const tell = async (message: AlertMessage) => {
    if (its.isDown) throw new KnownError('unavailable', 'The webhook answered 500.');
    told.push(message);
  };
  const deps: AlertDeps = {
    store: memory,
    ask: async (searches) =>
      searches.map((_, i) => (i === 0 ? answersOf(its.sites) : { hits: { hits: [] }, aggregations: {} })),
    erasures: { cover: async () => false },
    openChannels: async () => ({ channels: { webhook: tell }, troubles: {} }),
    deleteOld: async (now) => void cleaned.push(now.toISOString().slice(0, 10)),
    siteUrl: 'https://quality.example.com/',
    gauges: { measure: ({ name, value }) => void Object.assign(said, { [name]: value }) },
    telemetry: { info: () => {}, warn: () => {} },
    ...change,
  };
  const look = (minute: number) => watchAlerts(deps, at(minute), later());
  const onRecord = () =>
    [...memory.documents()].flatMap(([key, document]) =>
      key.startsWith(`${alertsIndex}/`) ? [document as AlertDocument] : [],
    );
  return { deps, its, told, said, cleaned, look, onRecord, store: memory };
}

const bad = { Krakow: [20, 40], Lisbon: [1, 60] } as const;
const fine = { Krakow: [1, 40], Lisbon: [1, 60] } as const;
const events = (told: readonly AlertMessage[]) => told.map(({ event }) => event);

test('tells once that something is raised and once that it is over, and keeps it on record', async () => {
  const { its, told, said, look, onRecord, store } = setUp();
  its.sites = bad;
  for (const minute of [0, 5, 10]) await look(minute);
  expect(events(told)).toEqual(['raised']);
  expect(said).toMatchObject({ AlertLooks: 1, AlertsRaised: 1, AlertUntold: 0 });
  expect(onRecord()).toMatchObject([{ raisedAt: at(0).toISOString(), alert: { group: 'Krakow' } }]);
  its.sites = fine;
  for (const minute of [15, 20]) await look(minute);
  expect(events(told)).toEqual(['raised', 'cleared']);
  expect(onRecord()).toMatchObject([
    { clearedAt: at(15).toISOString(), alert: { because: 'recovered', worst: { value: 50 } } },
  ]);
  expect((await readState(store, later())).entries).toEqual([]);
});

test('what a look raises is told by one message, and what is over by another', async () => {
  const { its, told, look, onRecord } = setUp();
  its.sites = { Krakow: [20, 40], Lisbon: [40, 60], Porto: [30, 40] };
  for (const minute of [0, 5]) await look(minute);
  expect(told.map(({ event, others }) => [event, others.flatMap(({ entries }) => entries).length])).toEqual([
    ['raised', 2],
  ]);
  its.sites = { Krakow: [1, 40], Lisbon: [1, 60], Porto: [30, 40] };
  for (const minute of [10, 15]) await look(minute);
  expect(events(told)).toEqual(['raised', 'cleared']);
  expect(told[1]?.subject).toMatch(/^Cleared: .*, and 1 more$/);
  const statuses = onRecord().map(({ alert }) => alert.notices.map(({ status }) => status).join());
  expect(statuses.sort()).toEqual(['delivered', 'delivered,delivered', 'delivered,delivered']);
});

test('more than go together come in several messages, each once', async () => {
  const { its, told, look } = setUp();
  its.sites = Object.fromEntries(Array.from({ length: 23 }, (_, i) => [`Site ${i}`, [20, 40] as const]));
  for (const minute of [0, 5]) await look(minute);
  const counts = told.map(({ others }) => 1 + others.flatMap(({ entries }) => entries).length);
  expect(counts).toEqual([10, 10, 3]);
});

test('says what, where, since when, and which page shows it', async () => {
  const { its, told, look } = setUp();
  its.sites = bad;
  await look(0);
  expect(told[0]?.subject).toBe('Critical: Poor calls at a site: Site Krakow');
  expect(told[0]?.text).toContain(
    'Poor calls: 50.0 % (of 40 judged calls). Raised 2026-03-04 10:00 UTC.\n\nhttps://quality.example.com/?from=2026-03-04T09',
  );
  expect(told[0]?.link).toMatch(/&to=2026-03-04T11%3A00%3A00.000Z&site=Krakow$/);
  expect(told[0]?.json).toMatchObject({
    key: told[0]?.key,
    event: 'raised',
    alert: { rule: { id: 'poor-calls-by-site' }, split: 'site', group: 'Krakow', unit: 'percent' },
  });
});

test('what could not be told is told later, in order; the alarm for it is fed meanwhile', async () => {
  const { its, told, said, look, onRecord } = setUp();
  its.sites = bad;
  its.isDown = true;
  await look(0);
  await look(20);
  expect(said.AlertUntold).toBe(1200);
  expect(onRecord()).toMatchObject([{ alert: { notices: [{ status: 'waiting', attempts: 2 }] } }]);
  its.sites = fine;
  await look(25);
  its.isDown = false;
  await look(60);
  expect(events(told)).toEqual(['raised', 'cleared']);
  expect(said.AlertUntold).toBe(0);
});

test('a look that breaks off before it tells is made up for by the next one', async () => {
  const { deps, its, told, look } = setUp();
  its.sites = bad;
  const closed = async () => Promise.reject(new Error('no role'));
  await expect(watchAlerts({ ...deps, openChannels: closed }, at(0), later())).rejects.toThrow('no role');
  const broken: DocumentStore = {
    ...deps.store,
    write: async (writes, deadline) => {
      if (writes[0]?.index === alertsIndex)
        throw new KnownError('unavailable', 'The search service is away.');
      return deps.store.write(writes, deadline);
    },
  };
  await expect(watchAlerts({ ...deps, store: broken }, at(5), later())).rejects.toThrow('away');
  await look(10);
  // At least once, and each time under the same key.
  expect(events(told)).toEqual(['raised', 'raised']);
  expect(new Set(told.map(({ key }) => key)).size).toBe(1);
  await look(15);
  expect(told).toHaveLength(2);
});

test('of two looks at the same time one changes nothing', async () => {
  const { its, told, look, onRecord } = setUp();
  its.sites = bad;
  const outcomes = await Promise.allSettled([look(0), look(0)]);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { kind: 'conflict' } },
  ]);
  expect(events(told)).toEqual(['raised']);
  expect(onRecord()).toHaveLength(1);
});

test('looks that were missed change nothing: what was raised is still the same alert', async () => {
  const { its, told, look, onRecord } = setUp();
  its.sites = bad;
  await look(0);
  await look(2000);
  expect(onRecord()).toHaveLength(1);
  its.sites = fine;
  await look(4000);
  expect(events(told)).toEqual(['raised', 'cleared']);
});

test('an agent who was erased is forgotten', async () => {
  const { deps, its, told, look, store } = setUp({
    erasures: { cover: async ({ agent }) => agent === 'rui.martins' },
  });
  const rules = defaultRules.map((rule, i) => (i === 0 ? { ...rule, split: 'agent' } : rule));
  const { version } = await readRules(deps.store, later());
  await writeRules(deps.store, { version, rules: rules as never }, at(0), later());
  its.sites = { 'rui.martins': [30, 40] };
  await look(0);
  its.sites = {};
  await look(5);
  expect(events(told)).toEqual(['raised']);
  expect((await readState(store, later())).entries).toEqual([]);
});

test('what keeps a channel from telling is in the state, also while nothing is to be told', async () => {
  const troubles = { webhook: 'webhookWithoutUrl' } as const;
  const { look, said, store } = setUp({ openChannels: async () => ({ channels: {}, troubles }) });
  await look(0);
  expect(said).toMatchObject({ AlertLooks: 1, AlertsRaised: 0 });
  expect((await readState(store, later())).troubles).toEqual([
    { channel: 'webhook', kind: 'webhookWithoutUrl' },
  ]);
});

test('what was not taken is in the state with the reason until it is told, also at looks that try nothing', async () => {
  const { its, look, store } = setUp();
  const troubles = async () => (await readState(store, later())).troubles;
  its.sites = bad;
  its.isDown = true;
  const waiting = {
    channel: 'webhook',
    kind: 'alertsNotTaken',
    untoldSince: at(0).toISOString(),
    reason: 'The webhook answered 500.',
  };
  for (const minute of [0, 2, 20, 25]) {
    await look(minute);
    expect([minute, await troubles()]).toEqual([minute, [waiting]]);
  }
  its.isDown = false;
  await look(120);
  expect(await troubles()).toEqual([]);
});

test('once a day the record is cleared of what is old', async () => {
  const { look, cleaned } = setUp();
  for (const minute of [0, 5, 1435, 1440, 4000]) await look(minute);
  expect(cleaned).toEqual(['2026-03-04', '2026-03-05', '2026-03-07']);
});

test('an alert that this version cannot read holds up no other', async () => {
  const { deps, its, told, look, store } = setUp();
  its.sites = bad;
  await look(0);
  const state = await readState(store, later());
  const foreign = { recorded: 1, alert: { id: 'of a newer version' } } as never;
  await writeState(deps.store, { ...state, entries: [foreign, ...state.entries] }, at(1), later());
  its.sites = fine;
  await look(5);
  expect(events(told)).toEqual(['raised', 'cleared']);
});
