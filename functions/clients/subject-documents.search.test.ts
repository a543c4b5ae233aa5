import { randomUUID } from 'node:crypto';
import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { joinContact } from '../../model/documents/join-contact.ts';
import { buildAgentEvent, buildContactRecordPart, buildMissedCall } from '../../test/contact-builders.ts';
import { setUpSearch } from '../setup/set-up-search.ts';
import { makeSubjectDocuments } from './subject-documents.ts';

const search = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });
const documents = makeSubjectDocuments(search);
/** A time of its own, so that nothing of anybody else's is there. */
const index = 'connect-contacts-2004.05';
const agent = `erased.${randomUUID().slice(0, 8)}`;
const idOf = (n: number) => `${n}${randomUUID().slice(1)}`;
const [own, rang, around, others] = [idOf(1), idOf(2), idOf(3), idOf(4)];

const nothing = { calls: [], steps: [], agentEvents: [] };
/** Other tests make indices meanwhile, whose shards nobody can ask yet. */
const untilReady = <Found>(ask: () => Promise<Found>) => vi.waitFor(ask, { timeout: 30_000, interval: 500 });
const contactOf = (contactId: string, of = 'ana.silva') => buildContactRecordPart({ contactId, agent: of });

beforeAll(async () => {
  await setUpSearch(search);
  const state = joinContact({ ...nothing, record: contactOf(around) });
  const contacts = [
    joinContact({ ...nothing, record: contactOf(own, agent) }),
    joinContact({ ...nothing, record: contactOf(rang), calls: [buildMissedCall(agent, 3)] }),
    { ...state, states: [{ at: state.initiatedAt, agent, event: 'STATE_CHANGE' }] },
    joinContact({ ...nothing, record: contactOf(others), agentEvents: [buildAgentEvent(0, 'Available')] }),
  ];
  for (const body of contacts) await search.index({ index, body, refresh: true });
});
afterAll(() => search.indices.delete({ index }));

test('others’ contacts that name an agent are found, also while most of our indices have none', async () => {
  expect(await untilReady(() => documents.contactsNaming(agent.toUpperCase()))).toEqual([rang, around]);
  expect(await untilReady(() => documents.count({ agent }))).toEqual({ 'connect-contacts': 1 });
  expect(await documents.remove({ agent })).toBe(1);
  expect(await untilReady(() => documents.contactsNaming(agent))).toEqual([rang, around]);
});

test('contacts of the same chain name one no more, and keep what else they say', async () => {
  const { transfer: _, ...alone } = contactOf(own);
  const chain = [
    { ...contactOf(rang), transfer: { nextContactId: own.toUpperCase(), completedAt: alone.initiatedAt } },
    { ...contactOf(around), transfer: { initialContactId: own, previousContactId: rang } },
    { ...contactOf(others), transfer: { previousContactId: own } },
  ];
  const places = ['first', 'second', 'third'];
  for (const [i, body] of chain.entries()) await search.index({ index, id: places[i] ?? '', body });
  await search.indices.refresh({ index });
  await documents.unlink(own);
  await documents.unlink(own);
  const { body } = await search.mget({ index, body: { ids: places } });
  const { transfer: __, ...third } = chain[2] ?? {};
  expect(body.docs.map((doc) => (doc as { _source?: unknown })._source)).toEqual([
    { ...chain[0], transfer: { completedAt: alone.initiatedAt } },
    { ...chain[1], transfer: { previousContactId: rang } },
    third,
  ]);
});
