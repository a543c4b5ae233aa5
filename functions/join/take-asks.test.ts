import type { SQSRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import {
  buildAgentEvent,
  buildContactCall,
  buildContactRecordPart,
  buildFlowStep,
  secondOf,
} from '../../test/contact-builders.ts';
import type { ContactSources } from '../clients/contact-sources.ts';
import type { DocumentStore } from '../clients/document-store.ts';
import { makeMemoryDocumentStore } from '../clients/memory-document-store.ts';
import { KnownError } from '../errors.ts';
import { makeExampleTelemetry } from '../ingest/example-deps.ts';
import type { JoinDeps } from './join-contacts.ts';
import { takeAsks } from './take-asks.ts';

const never = Number.POSITIVE_INFINITY;
const record = buildContactRecordPart();
const { contactId } = record;
const place = { index: 'connect-contacts-2026.03', id: 'a' };
const message = (ask: unknown, messageId = 'm') =>
  ({ messageId, body: typeof ask === 'string' ? ask : JSON.stringify(ask) }) as SQSRecord;
const call = { ...buildContactCall(), instanceId: record.instanceId, contactId };

/** A search service with one contact, which has its record only, and with what belongs to it. */
async function setUp() {
  const memory = makeMemoryDocumentStore();
  await memory.write([{ ...place, document: record }], never);
  const belonging = {
    calls: [call] as object[],
    reports: [] as object[],
    users: [] as object[],
    sitedCalls: [] as object[],
    steps: [buildFlowStep(0, 'PlayPrompt')] as object[],
    agentEvents: [buildAgentEvent(20, 'Available', 'CONNECTING')] as object[],
  };
  const asked = { refreshes: 0, finds: 0 };
  /** The contacts of which a call of another contact tells where their agent was. */
  const lackingBy = new Map<string, string>();
  const sources: ContactSources = {
    refresh: async () => void asked.refreshes++,
    around: async (times) => (times.some(({ agent }) => agent === record.agent) ? [contactId] : []),
    find: async (contactIds) => {
      asked.finds += contactIds.length;
      const [stored] = await memory.read([place], never);
      return stored && contactIds.includes(contactId) ? [{ ...place, ...stored }] : [];
    },
    calls: async () => belonging,
    parts: async (contacts) => contacts.map(() => belonging),
    sitedCalls: async (its) => its.map(() => belonging.sitedCalls),
    lackingSite: async (contactIds) => contactIds.flatMap((id) => lackingBy.get(id) ?? []),
  };
  const { telemetry, counted } = makeExampleTelemetry();
  const deps: JoinDeps = { sources, store: memory, telemetry, now: () => 0, pause: async () => {} };
  const stored = async () => (await memory.read([place], never))[0]?.source as Record<string, unknown>;
  return { deps, belonging, asked, lackingBy, memory, stored, counted };
}

test('puts a contact together once, however many ask for it and in whatever way', async () => {
  const { deps, asked, stored, counted } = await setUp();
  const asks = [
    message({ contactIds: [contactId] }),
    message({ contactIds: [contactId, '00000000-0000'] }),
    message({ agentTimes: [{ agent: 'ana.silva', at: secondOf(20) }] }),
  ];
  expect(await takeAsks(asks, deps, never)).toEqual([]);
  expect(asked.finds).toBe(2);
  expect(counted).toMatchObject([{ metric: 'ContactsJoined', count: 1 }]);
  expect(await stored()).toMatchObject({
    ...record,
    calls: [{ agent: 'ana.silva' }],
    flow: [{ moduleType: 'PlayPrompt' }],
    states: [{ state: 'Available', contactState: 'CONNECTING' }],
    hasStatistics: true,
    joinedAt: '1970-01-01T00:00:00.000Z',
  });
});

test('writes nothing where nothing is new, and keeps a verdict where something is', async () => {
  const { deps, belonging, memory, stored, counted } = await setUp();
  const ask = () => takeAsks([message({ contactIds: [contactId] })], deps, never);
  await ask();
  await ask();
  expect(counted).toHaveLength(1);
  const [before] = await memory.read([place], never);
  const verdict = { fault: 'unclear' };
  const judged = { ...(before?.source as object), verdict };
  await memory.write([{ ...place, document: judged, replaces: before?.version }], never);
  await ask();
  expect(counted).toHaveLength(1);
  belonging.steps.push(buildFlowStep(3, 'TransferToQueue'));
  await ask();
  expect(await stored()).toMatchObject({ verdict, flow: { length: 2 } });
});

test('who has seen less than what was written meanwhile begins anew', async () => {
  const { deps, belonging, memory, stored } = await setUp();
  let isFirst = true;
  const store: Pick<DocumentStore, 'write'> = {
    write: async (writes, deadline) => {
      if (isFirst) {
        isFirst = false;
        // Between reading and writing: something comes, and its asker is quicker.
        belonging.steps.push(buildFlowStep(3, 'TransferToQueue'));
        await takeAsks([message({ contactIds: [contactId] })], deps, never);
      }
      return memory.write(writes, deadline);
    },
  };
  await takeAsks([message({ contactIds: [contactId] })], { ...deps, store }, never);
  expect(await stored()).toMatchObject({ flow: { length: 2 } });
});

test('the report is its agent’s, the telephone is what was known first', async () => {
  const { deps, belonging, stored } = await setUp();
  const of = { instanceId: record.instanceId, contactId };
  belonging.reports.push({ ...of, agent: 'rui.martins', iceConnectionsLost: 9 });
  belonging.reports.push({ ...of, agent: 'ana.silva', iceConnectionsLost: 1 });
  const user = { instanceId: record.instanceId, username: 'ana.silva', id: '1', arn: 'a', deleted: false };
  belonging.users.push({ ...user, phoneType: 'SOFT_PHONE', syncedAt: secondOf(0) });
  const ask = () => takeAsks([message({ contactIds: [contactId] })], deps, never);
  await ask();
  expect(await stored()).toMatchObject({
    calls: [{ report: { iceConnectionsLost: 1 } }],
    agentPhoneType: 'SOFT_PHONE',
  });
  belonging.users[0] = { ...user, phoneType: 'DESK_PHONE', syncedAt: secondOf(0) };
  belonging.steps.push(buildFlowStep(3, 'TransferToQueue'));
  await ask();
  expect(await stored()).toMatchObject({ flow: { length: 2 }, agentPhoneType: 'SOFT_PHONE' });
});

test('another contact’s call tells where the agent was, and who asks for that one has this one joined, too', async () => {
  const { deps, belonging, lackingBy, stored } = await setUp();
  belonging.calls = [];
  const ask = (id: string) => takeAsks([message({ contactIds: [id] })], deps, never);
  await ask(contactId);
  expect(await stored()).not.toHaveProperty('site');
  const other = '00000000-0000-4000-8000-000000000001';
  belonging.sitedCalls.push({ '@timestamp': secondOf(-60), contactId: other, site: 'Krakow' });
  await ask(other);
  expect(await stored()).not.toHaveProperty('site');
  lackingBy.set(other, contactId);
  await ask(other);
  expect(await stored()).toMatchObject({ site: 'Krakow', siteAssumedFrom: secondOf(-60) });
  belonging.calls = [call];
  await ask(contactId);
  expect(await stored()).toMatchObject({ site: 'Lisbon' });
  expect(await stored()).not.toHaveProperty('siteAssumedFrom');
});

test('what somebody else put into an index does not stop a contact', async () => {
  const { deps, belonging, stored } = await setUp();
  for (const some of Object.values(belonging)) some.push({ contactId: 7 }, { text: 'of another product' });
  expect(await takeAsks([message({ contactIds: [contactId] })], deps, never)).toEqual([]);
  expect(await stored()).toMatchObject({ calls: { length: 1 }, flow: { length: 1 } });
});

test('what nobody can read, and what can never be stored, comes again until it is a dead letter', async () => {
  const { deps, counted } = await setUp();
  const refusing: Pick<DocumentStore, 'write'> = {
    write: async (writes) => writes.map(() => ({ outcome: 'refused', reason: 'mapper_parsing_exception' })),
  };
  const asks = [
    message({ contactIds: ['00000000-0000'] }, 'done'),
    message('no ask', 'unreadable'),
    message({ contactIds: [contactId] }, 'refused'),
    message({ agentTimes: [{ agent: 'ana.silva', at: secondOf(20) }] }, 'refused too'),
  ];
  const left = await takeAsks(asks, { ...deps, store: refusing }, never);
  expect(left.map(({ messageId }) => messageId)).toEqual(['unreadable', 'refused', 'refused too']);
  expect(counted).toMatchObject([{ metric: 'JoinRefused' }]);
});

test('while the search service is busy it is tried until the deadline, and the asks stay', async () => {
  const { deps } = await setUp();
  const busy: Pick<DocumentStore, 'write'> = {
    write: async (writes) => writes.map(() => ({ outcome: 'delayed', reason: 'status 429' })),
  };
  const asks = [message({ contactIds: ['00000000-0000'] }, 'done'), message({ contactIds: [contactId] })];
  const left = await takeAsks(asks, { ...deps, store: busy }, 100);
  expect(left.map(({ messageId }) => messageId)).toEqual(['m']);
});

test('what was done before the search service went away, or the time was up, is not done again', async () => {
  const { deps } = await setUp();
  let finds = 0;
  const find: ContactSources['find'] = async () => {
    if (finds++ > 0) throw new KnownError('unavailable', 'gone');
    return [];
  };
  const ids = (of: string) => Array.from({ length: 20 }, (_, i) => `${of}0000000-${1000 + i}`);
  const asks = [message({ contactIds: ids('a') }, 'done'), message({ contactIds: ids('b') }, 'left')];
  const left = await takeAsks(asks, { ...deps, sources: { ...deps.sources, find } }, never);
  expect(left.map(({ messageId }) => messageId)).toEqual(['left']);
});
