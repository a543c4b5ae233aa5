import { expect, test } from 'vitest';
import { joinContact } from '../../model/documents/join-contact.ts';
import { defaultLimits } from '../../model/quality/limits.ts';
import { contactsQuery } from '../../model/query/contacts.ts';
import type { ManagerView } from '../../model/query/manager-view.ts';
import { buildContactCall, buildContactRecordPart, buildMissedCall } from '../../test/contact-builders.ts';
import type { Ask } from './ask.ts';
import { listContacts } from './contact-list.ts';
import { oneContact } from './one-contact.ts';
import { pageOf } from './page.ts';

const record = buildContactRecordPart();
const calls = [buildContactCall(), buildMissedCall('rui.martins', 1)];
const restsOn = [{ fact: 'microphoneFailed', holds: true }];
const verdict = { fault: 'agent', rule: 'microphone', because: ['setUpFailed'], restsOn, against: [] };
const range = { from: '2026-03-04T00:00:00.000Z', to: '2026-03-05T00:00:00.000Z' };
const ofQueue: ManagerView = { limits: [{ queue: ['Billing'] }], apiCalls: false };
const ofPeople: ManagerView = { limits: [{ level1: ['Lisbon'] }], apiCalls: true };

/** A search service in which every search finds the contact, as a verdict on an agent's call of it. */
function finding(agent: string): Ask {
  const contact = joinContact({ record, calls, steps: [], agentEvents: [] });
  const hit = { _source: { ...contact, verdict: { ...verdict, agent } }, sort: [0, 1, ''] };
  const newest = { hits: { hits: [hit] } };
  const answer = { hits: { hits: [hit] }, aggregations: { whole: { doc_count: 1, newest } } };
  return async (searches) =>
    searches.map(({ index }) => (index.startsWith('softphone') ? { hits: { hits: [] } } : answer));
}

test.each([
  ['who is limited to people does not read of another agent', ofPeople, 'rui.martins', undefined],
  ['but of their own', ofPeople, record.agent, verdict],
  ['who is limited to queues reads of whoever had a call of theirs', ofQueue, 'rui.martins', verdict],
])('of a verdict %s', async (_, view, agent = '', expected) => {
  const { contact } = await oneContact(record.contactId, finding(agent), view);
  expect(contact.verdict).toEqual(expected && { ...expected, agent });
  expect(contact.verdictOfOther).toBe(expected ? undefined : true);
});

test('lists say of a verdict whose fault it is and by what rule, not whose call it was', async () => {
  const ask = finding('rui.martins');
  const told = { fault: 'agent', rule: 'microphone' };
  const { contacts } = await listContacts(contactsQuery.parse(range), ask);
  expect(contacts[0]?.verdict).toEqual(told);
  const { related } = await oneContact(record.contactId, ask, ofPeople);
  expect(related[0]?.verdict).toEqual(told);
  const query = { ...range, zone: 'UTC', page: 'contacts-and-causes' as const, panel: ['disagreements'] };
  const { panels } = await pageOf(query, ask, defaultLimits);
  expect(Object.values(panels)).toMatchObject([{ contacts: [{ verdict: told }] }]);
  expect(JSON.stringify(panels)).not.toContain('rui.martins');
});
