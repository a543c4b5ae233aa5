import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askSearch } from '../../functions/query/ask-search.ts';
import { buildLimitedMeans } from '../../functions/query/example-means.ts';
import { route } from '../../functions/query/route.ts';
import { contactMapping } from '../../model/documents/contact.ts';
import type { ContactRecordPart } from '../../model/documents/contact-record-part.ts';
import { joinContact } from '../../model/documents/join-contact.ts';
import { streamWindowMapping } from '../../model/documents/stream-window.ts';
import { choices } from '../../model/query/choices.ts';
import { type ContactList, contactAnswer, contactList } from '../../model/query/contacts.ts';
import { dimensionsOfContacts } from '../../model/query/dimension.ts';
import {
  buildAgentEvent,
  buildContactCall,
  buildContactRecordPart,
  buildMissedCall,
} from '../contact-builders.ts';
import { buildWindowDocument } from '../document-builders.ts';
import { fillIndex } from './fill-index.ts';

const url = process.env.OPENSEARCH_URL;
const client = new Client({ node: url ?? 'http://127.0.0.1:9200' });
const index = `connect-contacts-test-${process.pid}`;
const windowIndex = `softphone-stream-stats-test-contacts-${process.pid}`;

/** A morning long before anyone else's. */
const range = { from: '2003-05-06T08:00:00.000Z', to: '2003-05-06T12:00:00.000Z' };
const at = (minute: number) => new Date(Date.parse(range.from) + 60_000 * minute).toISOString();
const idOf = (n: number) => `0c0ffee0-0000-4000-8000-${String(n).padStart(12, '0')}`;

type Plan = Partial<ContactRecordPart> & { readonly poor?: boolean; readonly silent?: boolean };
const lisbon = { agent: 'ana.silva', agentHierarchy: { level1: 'Lisbon' } };
const krakow = { agent: 'ewa.mazur', agentHierarchy: { level1: 'Krakow' } };
const transfer = { previousContactId: idOf(1), initialContactId: idOf(1) };

/** Minute by minute. */
const plans: readonly Plan[] = [
  { ...lisbon, contactQueue: 'Billing', talkSeconds: 300, nativeQuality: { agent: { score: 4.5 } } },
  { ...lisbon, contactQueue: 'Billing', poor: true, transfer: { nextContactId: idOf(2) }, talkSeconds: 20 },
  { ...krakow, contactQueue: 'Orders', transfer, initiationMethod: 'TRANSFER', talkSeconds: 200 },
  { ...krakow, contactQueue: 'Orders', silent: true, nativeQuality: { agent: { score: 2.1 } } },
  { ...krakow, contactQueue: 'Orders', disconnectReason: 'TELECOM_PROBLEM', talkSeconds: undefined },
  { ...lisbon, contactQueue: 'VIP', initiationMethod: 'CALLBACK', talkSeconds: 300 },
];

function documentOf({ poor, silent, ...change }: Plan, n: number): object {
  const times = { '@timestamp': at(n), initiatedAt: at(n), disconnectedAt: at(n + 3) };
  const record = buildContactRecordPart({ ...times, contactId: idOf(n), ...change });
  const agent = record.agent ?? '';
  const sound = poor ? { rating: 'poor' as const, poorPercent: 40, mos: { avg: 2, min: 1 } } : {};
  const calls = silent ? [] : [buildContactCall({ agent, ...sound }), buildMissedCall('rui.martins', 1)];
  const of = (its: string) => ({ '@timestamp': at(n), agent: its, eventId: its });
  const agentEvents = [agent, 'rui.martins'].map((its) => buildAgentEvent(0, 'Available', 'ENDED', of(its)));
  const contact = joinContact({ record, calls, steps: [], agentEvents });
  const verdict = { fault: 'siteOrIsp', rule: 'site', because: ['poor'] };
  return { ...contact, joinedAt: at(n + 4), ...(poor ? { verdict } : {}) };
}

beforeAll(async () => {
  if (!url) return;
  await fillIndex(client, index, contactMapping, plans.map(documentOf));
  const windows = ['rui.martins', 'ana.silva'].map((agent) => ({
    ...buildWindowDocument(undefined, { agent, agentHierarchy: lisbon.agentHierarchy }),
    contactId: idOf(1),
  }));
  await fillIndex(client, windowIndex, streamWindowMapping, windows);
});
afterAll(async () => {
  if (url) await client.indices.delete({ index: [index, windowIndex] });
});

const managerLimits = { orders: { queues: ['Orders'] }, lisbon: { hierarchy: { level1: ['Lisbon'] } } };
const means = (groups: readonly string[]) =>
  buildLimitedMeans(askSearch(client), groups, managerLimits, { now: () => new Date(at(0)) });

async function list(filters: readonly (readonly [string, string])[], groups = ['managers']) {
  const query = new URLSearchParams(
    [...Object.entries(range), ...filters].map(([key, value]) => [key, value]),
  );
  return contactList.parse(await route('contacts', query, means(groups)));
}
const numbersOf = ({ contacts }: ContactList) =>
  contacts.map(({ contactId }) => Number(contactId.slice(-12)));

test.skipIf(!url)('contacts come newest first, without what only one contact’s page shows', async () => {
  const answer = await list([]);
  expect(numbersOf(answer)).toEqual([5, 4, 3, 2, 1, 0]);
  expect([answer.total, answer.next]).toEqual([6, null]);
  expect(answer.contacts[4]).toMatchObject({
    agent: 'ana.silva',
    contactQueue: 'Billing',
    softphone: { rating: 'poor', missed: 1 },
    verdict: { fault: 'siteOrIsp' },
    hasStatistics: true,
  });
  expect(answer.contacts[4]).not.toHaveProperty('states');
});

test.skipIf(!url).each([
  ['by the beginning of an id', [['search', idOf(3).toUpperCase()]], [3]],
  ['by the beginning of an agent’s name', [['search', 'Ewa']], [4, 3, 2]],
  ['by agent', [['agent', 'ana.silva']], [5, 1, 0]],
  [
    'by one of several queues',
    [
      ['queue', 'VIP'],
      ['queue', 'Billing'],
    ],
    [5, 1, 0],
  ],
  ['by the reason of the end', [['disconnectReason', 'TELECOM_PROBLEM']], [4]],
  ['by verdict', [['verdict', 'siteOrIsp']], [1]],
  ['without a verdict', [['verdict', '']], [5, 4, 3, 2, 0]],
  ['by rating', [['rating', 'poor']], [1]],
  [
    'by how it began',
    [
      ['initiationMethod', 'CALLBACK'],
      ['initiationMethod', 'TRANSFER'],
    ],
    [5, 2],
  ],
  ['without the statistics that it should have', [['lacksStatistics', 'true']], [3]],
  [
    'by two things at once',
    [
      ['lacksStatistics', 'false'],
      ['queue', 'Orders'],
    ],
    [4, 2],
  ],
  ['by time', [['to', at(2)]], [1, 0]],
] as const)('contacts are found %s', async (_, filters, numbers) => {
  const kept = Object.entries(range).filter(([key]) => !filters.some(([name]) => name === key));
  const query = new URLSearchParams([...kept, ...filters].map(([key, value]) => [key, value]));
  expect(numbersOf(contactList.parse(await route('contacts', query, means(['managers']))))).toEqual(numbers);
});

test.skipIf(!url).each([
  ['talkSeconds', 'desc', [0, 5, 2, 3, 1, 4]],
  ['talkSeconds', 'asc', [1, 3, 2, 0, 5, 4]],
  ['holdSeconds', 'asc', [0, 1, 2, 3, 4, 5]],
  ['agentScore', 'asc', [3, 0, 1, 2, 4, 5]],
  ['mos', 'asc', [1, 0, 2, 4, 5, 3]],
] as const)('sorted by %s, page by page, none twice and the unknown last', async (sort, order, numbers) => {
  const seen: number[] = [];
  for (let after: string | undefined; ; ) {
    const page = await list([
      ['sort', sort],
      ['order', order],
      ['size', '2'],
      ...(after ? [['after', after] as const] : []),
    ]);
    seen.push(...numbersOf(page));
    if (!page.next) break;
    after = JSON.stringify(page.next);
  }
  expect(seen).toEqual(numbers);
});

test.skipIf(!url)('a manager sees the contacts of the own view, and of them no other’s agents', async () => {
  expect(numbersOf(await list([], ['managers', 'orders']))).toEqual([4, 3, 2]);
  expect(numbersOf(await list([['queue', 'Orders']], ['managers', 'lisbon']))).toEqual([]);
  const one = async (n: number, groups: readonly string[]) =>
    contactAnswer.parse(await route(`contacts/${idOf(n)}`, new URLSearchParams(), means(groups)));
  const whole = await one(1, ['managers']);
  expect(whole.contact.calls.map(({ agent }) => agent)).toEqual(['rui.martins', 'ana.silva']);
  expect(whole.contact.states.map(({ agent }) => agent)).toEqual(['ana.silva', 'rui.martins']);
  expect(whole.contact).toMatchObject({
    verdict: { fault: 'siteOrIsp', because: ['poor'] },
    joinedAt: at(5),
  });
  expect(whole.windows.map(({ agent, rating }) => [agent, rating])).toEqual([
    ['rui.martins', 'good'],
    ['ana.silva', 'good'],
  ]);
  expect(whole.related.map(({ contactId }) => contactId)).toEqual([idOf(2)]);
  const { contact, related, windows } = await one(1, ['managers', 'lisbon']);
  expect(windows.map(({ agent }) => agent)).toEqual(['ana.silva']);
  expect([...contact.calls, ...contact.states].map(({ agent }) => agent)).toEqual(['ana.silva', 'ana.silva']);
  // What followed is in another's view.
  expect(related).toEqual([]);
  expect((await one(2, ['managers', 'orders'])).contact.calls).toHaveLength(2);
  await expect(one(0, ['managers', 'orders'])).rejects.toMatchObject({ kind: 'notFound' });
});

test.skipIf(!url)('a choice is what contacts have, calls or none, and of the own view', async () => {
  const offered = async (groups: readonly string[]) => {
    const query = new URLSearchParams([...Object.entries(range), ['of', 'contacts']]);
    const answer = choices.parse(await route('filters', query, means(groups)));
    return Object.fromEntries(answer.choices.map(({ dimension, values }) => [dimension, values]));
  };
  const all = await offered(['managers']);
  expect(Object.keys(all)).toEqual([...dimensionsOfContacts]);
  expect(all.queue).toEqual([
    { value: 'Orders', count: 3 },
    { value: 'Billing', count: 2 },
    { value: 'VIP', count: 1 },
  ]);
  expect((await offered(['managers', 'orders'])).queue).toEqual([{ value: 'Orders', count: 3 }]);
  expect((await offered(['managers', 'orders'])).agent).toEqual([{ value: 'ewa.mazur', count: 3 }]);
  expect((await offered(['managers', 'lisbon'])).level1).toEqual([{ value: 'Lisbon', count: 3 }]);
});

test.skipIf(!url)('what the route does not take is refused', async () => {
  for (const filter of [
    ['browser', 'Chrome'],
    ['rating', 'bad'],
    ['sort', 'agent'],
    ['after', '[1.5,"x"]'],
  ]) {
    await expect(list([filter as [string, string]])).rejects.toMatchObject({ kind: 'invalid' });
  }
});
