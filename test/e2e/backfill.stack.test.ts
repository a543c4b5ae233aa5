import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { test } from 'vitest';
import { HISTORY_BUCKET } from '../../local/aws/account.ts';
import type { AgentEventDocument } from '../../model/documents/agent-event.ts';
import type { ContactRecordPart } from '../../model/documents/contact-record-part.ts';
import { buildAgentEvent, buildContactRecord } from '../connect-builders.ts';
import { bucketObjects, emulator } from './harness/aws.ts';
import { root } from './harness/folders.ts';
import { find, findWhen, searchClient } from './harness/search.ts';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const s3 = new S3Client({ ...emulator(), forcePathStyle: true });

async function keep(Key: string, Body: string | Uint8Array): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket: HISTORY_BUCKET, Key, Body }));
}

/** As an admin types it. */
async function backfill(source: string, prefix: string): Promise<string> {
  const script = join(root, 'deploy', 'backfill.ts');
  const parameters = [script, '--stage', 'local', '--source', source, '--prefix', prefix];
  const env = { ...process.env, AWS_ENDPOINT_URL: emulator().endpoint };
  return (await promisify(execFile)(process.execPath, parameters, { cwd: root, env })).stdout.trim();
}

test('what Firehose kept from before the install is stored, once, and what is damaged holds nothing up', {
  timeout: 180_000,
}, async ({ expect }) => {
  const prefix = `history-${randomUUID()}`;
  const contacts = [randomUUID(), randomUUID(), randomUUID()];
  const record = (contactId: string | undefined, days: number) => {
    const at = daysAgo(days);
    return JSON.stringify(
      buildContactRecord({ ContactId: contactId, InitiationTimestamp: at, LastUpdateTimestamp: at }),
    );
  };
  const tooOld = randomUUID();
  const whole = gzipSync(`${record(contacts[1], 9)}${record(tooOld, 400)}`);
  await keep(`${prefix}/ctr/a`, `${record(contacts[0], 10)}\n`);
  await keep(`${prefix}/ctr/b.gz`, whole);
  await keep(`${prefix}/ctr/c.gz`, whole.subarray(0, whole.length - 20));
  await keep(`${prefix}/ctr/d`, record(contacts[2], 8));
  const EventId = randomUUID();
  const agent = `arn:agent/${EventId}`;
  const event = (change: object) => JSON.stringify(buildAgentEvent({ AgentARN: agent, ...change }));
  await keep(`${prefix}/events/a`, event({ EventId, EventTimestamp: daysAgo(10), EventType: 'LOGIN' }));

  const toldOfRecords = await backfill('contact-records', `${prefix}/ctr/`);
  expect(toldOfRecords).toMatch(/^4 objects, \d records, 1 set aside: done$/);
  expect(await backfill('agent-events', `${prefix}/events/`)).toBe('1 objects, 1 records, 0 set aside: done');

  const ofContacts = [{ terms: { contactId: [...contacts, tooOld] } }];
  const stored = await findWhen<ContactRecordPart>(
    'the three',
    'connect-contacts-*',
    ofContacts,
    (its) => its.length >= contacts.length,
  );
  expect(stored.map(({ contactId }) => contactId).sort()).toEqual([...contacts].sort());
  const [kept] = await findWhen<AgentEventDocument>(
    'the event',
    'connect-agent-events-*',
    [{ term: { eventId: EventId } }],
    (its) => its.length > 0,
  );
  expect(kept).toMatchObject({ eventType: 'LOGIN' });
  const aside = (await bucketObjects()).filter(({ text }) => text.includes(`${prefix}/ctr/c.gz`));
  expect(aside).toHaveLength(1);

  const before = await arrivals(contacts);
  expect(await backfill('contact-records', `${prefix}/ctr/`)).toBe(toldOfRecords);
  expect(await find('connect-contacts-*', ofContacts)).toHaveLength(contacts.length);
  expect(await arrivals(contacts)).toEqual(before);
});

/** When their records came: what joins and judges the documents may write them anew meanwhile. */
async function arrivals(contacts: readonly string[]): Promise<unknown> {
  const { body } = await searchClient().search({
    index: 'connect-contacts-*',
    body: { query: { terms: { contactId: contacts } }, sort: [{ contactId: 'asc' }] } as object,
  });
  return body.hits.hits.map(({ _source }) => (_source as ContactRecordPart).receivedAt);
}
