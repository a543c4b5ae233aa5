import { expect, test } from 'vitest';
import { agentEventEssentials, agentEventFields } from '../../model/connect/agent-event.ts';
import { contactFlowLogEssentials, contactFlowLogFields } from '../../model/connect/contact-flow-log.ts';
import { contactRecordEssentials, contactRecordFields } from '../../model/connect/contact-record.ts';
import { buildAgentEvent, buildContactRecord, buildFlowLog } from '../../test/connect-builders.ts';
import { makeExampleCollector } from './example-collector.ts';

const secret = 'MARKER';

/** The record with a marker in every field that is not allowed, and a field with one beside every field. */
function marked(value: unknown, allowed: readonly string[], at = ''): unknown {
  if (Array.isArray(value)) return value.map((its) => marked(its, allowed, at));
  if (typeof value !== 'object' || value === null) return allowed.includes(at) ? value : `${secret} ${at}`;
  const under = Object.entries(value).map(([name, its]) => [
    name,
    marked(its, allowed, at ? `${at}.${name}` : name),
  ]);
  return { ...Object.fromEntries(under), [`${secret}New`]: { [secret]: `${secret} new` } };
}

const records = marked(buildContactRecord(), [...contactRecordEssentials, ...contactRecordFields]);
const events = marked(buildAgentEvent(), [...agentEventEssentials, ...agentEventFields]);
const lines = marked(buildFlowLog(), [...contactFlowLogEssentials, ...contactFlowLogFields]);

/** All that leaves the collector, wherever it goes: documents, the queue, the bucket, the question to join. */
async function leaving(settings: object, isDown: boolean, poison: object) {
  const collector = makeExampleCollector(settings);
  collector.is.down = isDown;
  await collector.records([{ ...(records as object), ...poison }]);
  await collector.events([{ ...(events as object), ...poison }]);
  await collector.lines([{ ...(lines as object), ...poison }]);
  const { queued, setAside, asked, counted } = collector;
  return { documents: [...collector.documents()], queued, setAside, asked, counted };
}

test.each([
  ['stored', false, {}, { documents: 4, queued: 0, setAside: 0 }],
  ['queued', true, {}, { documents: 0, queued: 3, setAside: 0 }],
  ['set aside', false, { InstanceARN: 7, ContactId: 7 }, { documents: 0, queued: 0, setAside: 3 }],
] as const)('what is %s has nothing that the settings do not allow', async (_, isDown, poison, counts) => {
  const all = await leaving({}, isDown, poison);
  expect(JSON.stringify(all)).not.toContain(secret);
  const { documents, queued, setAside } = all;
  expect({ documents: documents.length, queued: queued.length, setAside: setAside.length }).toEqual(counts);
});

test('what is allowed is there, all of it', async () => {
  const text = JSON.stringify((await leaving({}, false, {})).documents);
  const stored = [
    'Billing',
    'Evening',
    'Trainees',
    'CUSTOMER_DEVICE_ISSUE',
    'HighPacketLoss',
    '2.4',
    'Lunch',
    'Training',
  ];
  for (const one of [...stored, 'block-7', 'ana.silva', 'ROUTABLE', 'connect:Telephony', '944445555664']) {
    expect(text).toContain(one);
  }
});

test('an attribute, a parameter and a phone number are there where an admin lists them, the number as its hash', async () => {
  const collector = makeExampleCollector({
    contactRecords: { attributes: ['tier'], hashedPhoneNumbers: ['CustomerEndpoint'] },
    flowLogs: { parameters: ['Timeout'], fields: ['Results'] },
  });
  await collector.records([buildContactRecord()]);
  await collector.lines([buildFlowLog()]);
  const [contact, step] = [...collector.documents().values()];
  expect(contact).toMatchObject({ attributes: ['tier=gold'], systemEndpoint: { type: 'TELEPHONE_NUMBER' } });
  const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect(contact).toHaveProperty('customerEndpoint', { type: 'TELEPHONE_NUMBER', addressHash: hash });
  expect(JSON.stringify(contact)).not.toMatch(/\+4420|4711|Jones/);
  expect(step).toMatchObject({ parameters: ['Timeout=5000'], results: '47114711' });
  expect(step).not.toHaveProperty('flowName');
});

test('a source that leaves out fields has the others', async () => {
  const collector = makeExampleCollector({ contactRecords: { fields: ['Queue.Name'] } });
  await collector.records([buildContactRecord()]);
  const [contact] = [...collector.documents().values()];
  expect(Object.keys(contact as object).sort()).toEqual(
    [
      '@timestamp',
      'contactId',
      'contactQueue',
      'initiatedAt',
      'instanceId',
      'receivedAt',
      'updatedAt',
    ].sort(),
  );
});

test('only contacts of the listed queues are collected, by name or ARN', async () => {
  const other = { Queue: { Name: 'VIP', ARN: 'arn:vip' } };
  const contactIn = (queue: object) => ({ ContactId: '3c5b6f2a-1111-4222-8333-944445555000', ...queue });
  const collector = makeExampleCollector({ queues: ['Billing', 'arn:sales'] });
  await collector.records([
    buildContactRecord(),
    buildContactRecord(contactIn({ Queue: { ARN: 'arn:sales' } })),
    buildContactRecord(contactIn(other)),
    buildContactRecord(contactIn({ Queue: null })),
  ]);
  expect(collector.documents().size).toBe(2);
  const Contacts = [contactIn(other), contactIn({ Queue: { Name: 'Billing' } })];
  await collector.events([buildAgentEvent({ CurrentAgentSnapshot: { Contacts } })]);
  expect(JSON.stringify([...collector.documents()])).not.toContain('VIP');
});
