import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callSpec, namedQueue } from '../control/make-call.ts';
import { inboundContact, nextContact } from '../control/make-contact.ts';
import { ringRequest } from '../control/schemas.ts';
import { contactRecord } from '../emit/contact-record.ts';
import { flowLog } from '../emit/flow-log.ts';
import { SignedIn } from '../testing/signed-in.ts';
import type { Contact } from './contact.ts';

let centre: SignedIn;
let records: ReturnType<typeof contactRecord>[];

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'Date'],
    now: Date.parse('2026-03-04T10:00:00Z'),
  });
  centre = new SignedIn();
  records = [];
  centre.events.add({
    contactEnded: (contact, call) =>
      records.push(contactRecord(contact, call, centre.organisation, new Date())),
  });
});
afterEach(() => {
  centre.stop();
  vi.useRealTimers();
});

const queueNamed = (name: string) => namedQueue(name, [], centre.organisation);

function queued(lookupFails = false): Contact {
  const contact = inboundContact({ queue: queueNamed('VIP'), lookupFails, waits: true }, centre.secrets);
  centre.contacts.add(contact);
  return contact;
}

async function ring(contact: Contact, agent: string) {
  const session = centre.signIn(agent);
  const request = ringRequest.parse({ autoAccept: false });
  return centre.contacts.ring(session, callSpec(request, contact, session.agent, centre));
}

async function talk(contact: Contact, agent: string) {
  const call = await ring(contact, agent);
  centre.calls.accept(call);
  vi.advanceTimersByTime(30_000);
  return call;
}

test('who hangs up in the queue has abandoned it', async () => {
  const contact = queued();
  vi.advanceTimersByTime(40_000);
  centre.contacts.hangUp(contact);
  expect(records).toMatchObject([
    {
      ContactId: contact.contactId,
      Agent: null,
      AgentConnectionAttempts: 0,
      DisconnectReason: 'CUSTOMER_DISCONNECT',
      Queue: {
        Name: 'VIP',
        EnqueueTimestamp: '2026-03-04T10:00:00Z',
        DequeueTimestamp: '2026-03-04T10:00:40Z',
        Duration: 40,
      },
      QualityMetrics: null,
    },
  ]);
  centre.contacts.hangUp(contact);
  await expect(ring(contact, 'ana.silva')).rejects.toMatchObject({ status: 409 });
  expect(records).toHaveLength(1);
});

test('whom one agent does not answer waits again, and another one takes it', async () => {
  const contact = queued();
  await ring(contact, 'ana.silva');
  await expect(ring(contact, 'rui.martins')).rejects.toMatchObject({ status: 409 });
  vi.advanceTimersByTime(20_000);
  expect(centre.contacts.isWaiting(contact)).toBe(true);
  const call = await talk(contact, 'rui.martins');
  expect(records).toEqual([]);
  centre.contacts.hangUp(contact);
  centre.calls.finish(call);
  expect(records).toMatchObject([
    {
      Agent: { Username: 'rui.martins', ConnectedToAgentTimestamp: '2026-03-04T10:00:20Z' },
      AgentConnectionAttempts: 2,
      Queue: { Duration: 20 },
    },
  ]);
});

test('an agent hands the customer on into a queue', async () => {
  const first = queued();
  const call = await talk(first, 'ana.silva');
  const second = nextContact(first, { initiationMethod: 'TRANSFER', queue: queueNamed('Retention') });
  centre.contacts.transfer(first, second);
  centre.calls.finish(call);
  const other = await talk(second, 'rui.martins');
  centre.contacts.hangUp(second);
  centre.calls.finish(other);
  expect(records).toMatchObject([
    {
      ContactId: first.contactId,
      InitialContactId: null,
      NextContactId: second.contactId,
      PreviousContactId: null,
      TransferCompletedTimestamp: '2026-03-04T10:00:30Z',
      TransferredToEndpoint: null,
      DisconnectReason: 'AGENT_DISCONNECT',
      Agent: { Username: 'ana.silva', AfterContactWorkStartTimestamp: '2026-03-04T10:00:30Z' },
    },
    {
      ContactId: second.contactId,
      InitiationMethod: 'TRANSFER',
      InitiationTimestamp: '2026-03-04T10:00:30Z',
      InitialContactId: first.contactId,
      NextContactId: null,
      PreviousContactId: first.contactId,
      TransferCompletedTimestamp: null,
      DisconnectReason: 'CUSTOMER_DISCONNECT',
      Agent: { Username: 'rui.martins' },
      Queue: { Name: 'Retention' },
    },
  ]);
  expect(records[1]?.CustomerEndpoint).toEqual(records[0]?.CustomerEndpoint);
  expect(flowLog(second, centre.organisation).map(({ ContactFlowModuleType: type }) => type)).toEqual([
    'SetLoggingBehavior',
    'SetQueue',
    'TransferToQueue',
  ]);
});

test('an agent hands the customer on to somebody outside', async () => {
  const first = queued();
  const call = await talk(first, 'ana.silva');
  const phoneNumber = '+442079460123';
  const outside = nextContact(first, { initiationMethod: 'EXTERNAL_OUTBOUND', phoneNumber });
  centre.contacts.transfer(first, outside);
  centre.calls.finish(call);
  await expect(ring(outside, 'rui.martins')).rejects.toMatchObject({ status: 409 });
  centre.contacts.hangUp(outside);
  expect(records).toMatchObject([
    { TransferredToEndpoint: { Address: phoneNumber, Type: 'TELEPHONE_NUMBER' } },
    {
      InitiationMethod: 'EXTERNAL_OUTBOUND',
      CustomerEndpoint: { Address: phoneNumber },
      Agent: null,
      Queue: null,
      AgentConnectionAttempts: 0,
      PreviousContactId: first.contactId,
    },
  ]);
  expect(flowLog(outside, centre.organisation)).toEqual([]);
});

test('who asks for it is called back', async () => {
  const first = queued();
  vi.advanceTimersByTime(60_000);
  const second = nextContact(first, { initiationMethod: 'CALLBACK', queue: queueNamed('VIP') });
  centre.contacts.callBack(first, second);
  vi.advanceTimersByTime(90_000);
  const call = await ring(second, 'ana.silva');
  expect(call.state).toBe('incoming');
  vi.advanceTimersByTime(5_000);
  centre.calls.accept(call);
  expect(() => centre.contacts.callBack(second, first)).toThrow('does not wait');
  centre.contacts.hangUp(second);
  centre.calls.finish(call);
  expect(records).toMatchObject([
    {
      DisconnectReason: 'CONTACT_FLOW_DISCONNECT',
      DisconnectTimestamp: '2026-03-04T10:01:00Z',
      NextContactId: second.contactId,
      TransferCompletedTimestamp: null,
      Agent: null,
    },
    {
      InitiationMethod: 'CALLBACK',
      InitiationTimestamp: '2026-03-04T10:01:00Z',
      ConnectedToSystemTimestamp: '2026-03-04T10:02:35Z',
      PreviousContactId: first.contactId,
      Queue: { Duration: 95 },
    },
  ]);
  const asked = flowLog(first, centre.organisation).map(({ ContactFlowName: name }) => name);
  expect(new Set(asked)).toEqual(new Set(['Inbound voice', 'Customer queue with callback']));
  expect(flowLog(second, centre.organisation)).toEqual([]);
});

test('a flow that cannot look the customer up goes on by its error branch', () => {
  const steps = flowLog(queued(true), centre.organisation).map(
    ({ ContactFlowModuleType: type, Results }) => [type, Results] as const,
  );
  const failed = steps.findIndex(([, result]) => result === 'The Lambda Function Returned An Error.');
  expect(steps.slice(failed, failed + 2).map(([type]) => type)).toEqual([
    'InvokeExternalResource',
    'PlayPrompt',
  ]);
});

test('nobody is handed on whom nobody talks to', async () => {
  const contact = queued();
  const next = nextContact(contact, { initiationMethod: 'TRANSFER', queue: queueNamed('VIP') });
  expect(() => centre.contacts.transfer(contact, next)).toThrow('not connected');
  await ring(contact, 'ana.silva');
  expect(() => centre.contacts.transfer(contact, next)).toThrow('not connected');
  expect(contact.nextContactId).toBeUndefined();
});

test('who is rung for nobody else gives up when nobody answers', async () => {
  const call = await centre.ring({ autoAccept: false });
  vi.advanceTimersByTime(30_000);
  expect(records).toMatchObject([
    {
      ContactId: call.contactId,
      DisconnectReason: 'CUSTOMER_DISCONNECT',
      DisconnectTimestamp: '2026-03-04T10:00:20Z',
      AgentConnectionAttempts: 1,
    },
  ]);
});
