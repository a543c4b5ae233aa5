import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SignedIn } from '../testing/signed-in.ts';
import { contactRecord } from './contact-record.ts';

let centre: SignedIn;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'Date'],
    now: Date.parse('2026-03-04T10:00:00Z'),
  });
  centre = new SignedIn();
});
afterEach(() => {
  centre.stop();
  vi.useRealTimers();
});

test('a call with a hold becomes a contact record', async () => {
  const call = await centre.ring({ network: { toAgent: { delayMs: 60 }, fromAgent: { delayMs: 20 } } });
  vi.advanceTimersByTime(3_000);
  centre.calls.accept(call);
  vi.advanceTimersByTime(60_000);
  centre.calls.hold(call, call.customerConnection.id, true);
  vi.advanceTimersByTime(7_000);
  centre.calls.hold(call, call.customerConnection.id, false);
  centre.calls.hangUp(call, 'CUSTOMER_DISCONNECT');
  vi.advanceTimersByTime(4_000);
  centre.calls.finish(call);
  const record = contactRecord(call.contact, call, centre.organisation, new Date());
  expect(record).toMatchObject({
    AWSContactTraceRecordFormatVersion: '2017-03-10',
    Agent: {
      AfterContactWorkDuration: 4,
      AgentInteractionDuration: 60,
      ConnectedToAgentTimestamp: '2026-03-04T10:00:03Z',
      CustomerHoldDuration: 7,
      HierarchyGroups: {
        Level1: { GroupName: 'Service' },
        Level2: { GroupName: 'Billing Team' },
        Level3: null,
      },
      LongestHoldDuration: 7,
      NumberOfHolds: 1,
      RoutingProfile: { Name: 'Customer Care' },
      Username: 'ana.silva',
    },
    Channel: 'VOICE',
    ContactId: call.contactId,
    DisconnectReason: 'CUSTOMER_DISCONNECT',
    DisconnectTimestamp: '2026-03-04T10:01:10Z',
    InitiationTimestamp: '2026-03-04T10:00:00Z',
    LastUpdateTimestamp: '2026-03-04T10:01:14Z',
    Queue: { Name: 'Billing', Duration: 3, DequeueTimestamp: '2026-03-04T10:00:03Z' },
  });
});

test('a missed call has no agent', async () => {
  const call = await centre.ring({ autoAccept: false });
  vi.advanceTimersByTime(20_000);
  const record = contactRecord(call.contact, call, centre.organisation, new Date());
  expect(record).toMatchObject({ Agent: null, QualityMetrics: null, Queue: { Duration: 20 } });
});
