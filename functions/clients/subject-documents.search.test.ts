import { randomUUID } from 'node:crypto';
import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinContact } from '../../model/documents/join-contact.ts';
import { buildAgentEvent, buildContactRecordPart, buildMissedCall } from '../../test/contact-builders.ts';
import { setUpSearch } from '../setup/set-up-search.ts';
import { makeSubjectDocuments } from './subject-documents.ts';

const search = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });
const documents = makeSubjectDocuments(search);
/** A time of its own, so that nothing of anybody else's is there. */
const index = 'connect-contacts-2004.05';
const agent = `erased.${randomUUID().slice(0, 8)}`;
const [own, rang, around, others] = ['1', '2', '3', '4'].map((n) => `${n}${randomUUID().slice(1)}`);

const nothing = { calls: [], steps: [], agentEvents: [] };
const contactOf = (contactId = '', of = 'ana.silva') => buildContactRecordPart({ contactId, agent: of });

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
  expect(await documents.contactsNaming(agent.toUpperCase())).toEqual([rang, around]);
  expect(await documents.count({ agent })).toEqual({ 'connect-contacts': 1 });
  expect(await documents.remove({ agent })).toBe(1);
  expect(await documents.contactsNaming(agent)).toEqual([rang, around]);
});
