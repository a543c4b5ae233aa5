import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import * as z from 'zod';
import { invokeFunction } from '../../deploy/cli/invoke-function.ts';
import { readOutputs } from '../../deploy/read-outputs.ts';
import type { AgentEventDocument, AgentStateDocument } from '../../model/documents/agent-event.ts';
import { type ContactRecordPart, contactRecordPart } from '../../model/documents/contact-record-part.ts';
import type { FlowStepDocument } from '../../model/documents/flow-step.ts';
import { buildAgentEvent, buildContactRecord } from '../connect-builders.ts';
import { emulator } from './harness/aws.ts';
import { judged } from './harness/judged.ts';
import { everyDocument, findWhen, searchClient } from './harness/search.ts';
import { simulator, untilTalked } from './harness/simulator.ts';
import { openSoftphone } from './harness/softphone.ts';
import { test } from './harness/visitor.ts';
import { waitFor } from './harness/wait-for.ts';

/** What the product promises from the stream to the search. */
const promisedMillis = 10_000;
const isThere = (found: readonly unknown[]) => found.length > 0;
const contactsIndices = 'connect-contacts-*';
const eventsIndices = 'connect-agent-events-*';

test.concurrent('a call in the simulator becomes record, events, states and flow steps within 10 s', {
  timeout: 90_000,
}, async ({ visit, expect }) => {
  const agent = 'jerome.pascual';
  await openSoftphone(visit, agent);
  const contactId = await simulator.ring({ agent, queue: 'Billing', afterContactWork: false });
  await untilTalked(contactId, 3);
  await simulator.hangUp(contactId);
  const ofContact = [{ term: { contactId } }];
  const [[contact], events, steps] = await Promise.all([
    findWhen<ContactRecordPart>('the record', contactsIndices, ofContact, isThere),
    findWhen<AgentEventDocument>('events', eventsIndices, ofContact, (its) =>
      its.some(({ contacts }) => contacts?.[0]?.state === 'CONNECTED'),
    ),
    findWhen<FlowStepDocument>('flow steps', 'connect-flow-logs-*', ofContact, (its) => its.length >= 5),
  ]);
  expect(Date.now() - Date.parse(contact?.receivedAt ?? '')).toBeLessThan(promisedMillis);
  expect(contact).toMatchObject({ agent, contactQueue: 'Billing', disconnectReason: 'CUSTOMER_DISCONNECT' });
  expect(contact?.talkSeconds).toBeGreaterThanOrEqual(2);
  expect(events.map(({ agent }) => agent)).toEqual(events.map(() => agent));
  expect(steps.map(({ moduleType }) => moduleType)).toContain('TransferToQueue');
  // What the customer keyed in, and where from.
  expect(JSON.stringify([contact, events, steps])).not.toMatch(/parameters|results|attributes|addressHash/);
  const [state] = await findWhen<AgentStateDocument>(
    'the state after the call',
    'connect-agent-states',
    [{ term: { agent } }],
    ([its]) => its !== undefined && its.at > (events[0]?.['@timestamp'] ?? '') && !its.contacts,
  );
  expect(state).toMatchObject({ signedIn: true, state: { name: 'Available', type: 'ROUTABLE' } });
});

const kinesis = new KinesisClient({ ...emulator(), requestHandler: new NodeHttpHandler() });
const put = async (StreamName: string, texts: readonly string[]) => {
  const Records = texts.map((text) => ({ Data: new TextEncoder().encode(text), PartitionKey: 'one' }));
  await kinesis.send(new PutRecordsCommand({ StreamName, Records }));
};
const s3 = new S3Client({ ...emulator(), forcePathStyle: true });
const at = new Date(Date.now() - 3_600_000).toISOString();
const recordOf = (ContactId: string, change: object = {}) =>
  buildContactRecord({ ContactId, InitiationTimestamp: at, LastUpdateTimestamp: at, ...change });

test('a stream has its poison set aside alone with the reason, and changes nothing when it comes again', {
  timeout: 60_000,
}, async ({ expect }) => {
  const outputs = await readOutputs('softphone-quality-local', emulator());
  const contacts = [randomUUID(), randomUUID()] as const;
  const poison = randomUUID();
  const EventId = randomUUID();
  const event = buildAgentEvent({ EventId, EventTimestamp: at, AgentARN: `arn:agent/${EventId}` });
  const records = [
    recordOf(contacts[0]),
    recordOf(poison, { Queue: { Name: 'Billing', Duration: 'a while' } }),
    recordOf(contacts[1]),
    recordOf(contacts[1], { LastUpdateTimestamp: new Date().toISOString(), DisconnectReason: 'API' }),
  ].map((record) => JSON.stringify(record));
  const putAt = Date.now();
  await put(outputs.ContactRecordsStream, records);
  await put(outputs.AgentEventsStream, [JSON.stringify(event), JSON.stringify(event)]);
  const clause = [{ terms: { contactId: contacts } }];
  const stored = await findWhen<ContactRecordPart>(
    'both',
    contactsIndices,
    clause,
    (its) => its.length === 2,
  );
  expect(Date.now() - putAt).toBeLessThan(promisedMillis);
  expect(stored.find(({ contactId }) => contactId === contacts[1])?.disconnectReason).toBe('API');
  const events = [{ term: { eventId: EventId } }];
  expect(await findWhen('the event', eventsIndices, events, isThere)).toHaveLength(1);
  const wfmFile = await contactFile(outputs.WfmFilesFunction);
  expect(contacts.map((contactId) => wfmFile.includes(contactId))).toEqual([true, true]);

  const asideOf = async () =>
    (await setAside(outputs.FailedRecordsBucket)).filter(({ text }) => text.includes(poison));
  const [aside] = await waitFor('the poison', asideOf, isThere);
  expect(JSON.parse(aside?.text ?? '')).toMatchObject({
    reason: 'invalid',
    detail: expect.stringContaining('$.Queue.Duration'),
    route: 'contact-records',
  });

  const before = await partsOf(contacts);
  const last = randomUUID();
  await put(outputs.ContactRecordsStream, [...records, JSON.stringify(recordOf(last))]);
  await findWhen('the last', contactsIndices, [{ term: { contactId: last } }], isThere);
  expect(await partsOf(contacts)).toEqual(before);
  expect(await asideOf()).toHaveLength(1);
  // Each says that the customer's device may have been why it broke off.
  const verdicts = (await judged(contacts)).map(({ verdict }) => verdict);
  const because: unknown = expect.arrayContaining(['disconnectIssue']);
  expect(verdicts).toEqual(Array(2).fill(expect.objectContaining({ because })));
  const everything = (await everyDocument()).filter(({ text }) => text.includes(contacts[0]));
  expect(JSON.stringify(everything)).not.toMatch(/Jones|gold|\+4420/);
  await s3.send(new DeleteObjectCommand({ Bucket: outputs.FailedRecordsBucket, Key: aside?.key ?? '' }));
});

/** Of the hour that everything here happened in: what the files for workforce management are made of. */
async function contactFile(functionName: string): Promise<string> {
  const hour = new Date(Math.floor(Date.parse(at) / 3_600_000) * 3_600_000).toISOString();
  const made = await invokeFunction(emulator(), functionName, { day: at.slice(0, 10), from: hour });
  const { contacts } = wfmPart.parse(made).files;
  return gunzipSync(Buffer.from(contacts.gzip, 'base64')).toString();
}
const wfmPart = z.object({ files: z.object({ contacts: z.object({ gzip: z.string() }) }) });

async function setAside(Bucket: string): Promise<{ key: string; text: string }[]> {
  const { Contents = [] } = await s3.send(
    new ListObjectsV2Command({ Bucket, Prefix: 'messages/contact-records/' }),
  );
  return Promise.all(
    Contents.map(async ({ Key: key = '' }) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: key }));
      return { key, text: (await Body?.transformToString()) ?? '' };
    }),
  );
}

/** What the documents of contacts have of their records: when they came too. Others may add to the documents. */
async function partsOf(contacts: readonly string[]): Promise<unknown> {
  const { body } = await searchClient().search({
    index: contactsIndices,
    body: { query: { terms: { contactId: contacts } }, sort: [{ contactId: 'asc' }] } as object,
  });
  return body.hits.hits.map(({ _source }) => contactRecordPart.parse(_source));
}
