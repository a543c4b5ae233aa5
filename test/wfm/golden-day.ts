/**
 * A day in Berlin on which the clocks go forward: 2026-03-29, from 23:00 UTC of the day before until 22:00 UTC; at 01:00 UTC
 * they jump from 02:00 to 03:00. Each contact and each agent is a case of docs/wfm.md. What comes of it stands in golden/,
 * worked out by hand.
 */
import { buildAgentEvent, buildContactRecord, connectInstanceArn } from '../connect-builders.ts';

export const goldenDay = '2026-03-29';
export const goldenSettings = { zone: 'Europe/Berlin', serviceLevelSeconds: 20, shortCallSeconds: 5 };
/** When the last of it had come. */
export const goldenNow = Date.parse('2026-03-30T12:00:00Z');

const billing = { ARN: `${connectInstanceArn}/queue/billing`, Name: 'Billing' };
const sales = { ARN: `${connectInstanceArn}/queue/sales`, Name: 'Sales' };
/** A name that a spreadsheet would run, with what CSV must quote. */
const night = { ARN: `${connectInstanceArn}/queue/night`, Name: '=Night, "VIP"' };

const contactIdOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A record of an inbound call from +442079460123 that did nothing but begin and end. */
function record(number: number, initiated: string, more: object) {
  return buildContactRecord({
    ContactId: contactIdOf(number),
    InitiationTimestamp: initiated,
    LastUpdateTimestamp: '2026-03-29T22:30:00Z',
    DisconnectTimestamp: null,
    ScheduledTimestamp: null,
    TransferCompletedTimestamp: null,
    TransferredToEndpoint: null,
    Agent: null,
    Queue: null,
    ...more,
  });
}

const waits = (queue: object, EnqueueTimestamp: string, Duration: number | null) => ({
  Queue: { ...queue, EnqueueTimestamp, Duration },
});
const answers = (username: string, at: string, talk: number, wrapUp: number | null) => ({
  Agent: {
    ARN: `${connectInstanceArn}/agent/${username.toLowerCase()}`,
    Username: username,
    ConnectedToAgentTimestamp: at,
    AgentInteractionDuration: talk,
    AfterContactWorkDuration: wrapUp,
    CustomerHoldDuration: 0,
  },
});

/** 12: the newest is neither the first nor the last to come. */
const updated = (lastUpdate: string, wrapUp: number | null) =>
  record(12, '2026-03-29T10:59:59Z', {
    LastUpdateTimestamp: lastUpdate,
    ...waits(billing, '2026-03-29T11:00:00Z', 10),
    ...answers('Ana.Silva', '2026-03-29T11:00:10Z', 60, wrapUp),
  });

export const goldenRecords = [
  updated('2026-03-29T11:02:00Z', null),
  // 1: waits over the change of the clocks, talks into the interval after it.
  record(1, '2026-03-29T00:59:45Z', {
    ...waits(billing, '2026-03-29T00:59:50Z', 25),
    ...answers('Ana.Silva', '2026-03-29T01:00:15Z', 600, 30),
    DisconnectTimestamp: '2026-03-29T01:10:15Z',
  }),
  // 2: just within the service level, then transferred out.
  record(2, '2026-03-29T00:49:55Z', {
    ...waits(billing, '2026-03-29T00:50:00Z', 19),
    ...answers('Bo.Li', '2026-03-29T00:50:19Z', 100, 10),
    TransferCompletedTimestamp: '2026-03-29T00:51:50Z',
    TransferredToEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+442079460999' },
  }),
  // 3, 4 and 5: given up just before and at the short call's limit, and at the service level's.
  record(3, '2026-03-29T00:50:59Z', waits(billing, '2026-03-29T00:51:00Z', 4)),
  record(4, '2026-03-29T00:51:59Z', waits(billing, '2026-03-29T00:52:00Z', 5)),
  record(5, '2026-03-29T00:52:59Z', waits(billing, '2026-03-29T00:53:00Z', 20)),
  // 6: into the queue in the first second of an interval; nobody knows of its after-contact work.
  record(6, '2026-03-29T00:59:59Z', {
    ...waits(billing, '2026-03-29T01:00:00Z', 20),
    ...answers('Bo.Li', '2026-03-29T01:00:20Z', 50, null),
  }),
  // 7: into the queue in the day's last second, given up in the next day.
  record(7, '2026-03-29T21:59:57Z', waits(night, '2026-03-29T21:59:59Z', 3600)),
  // 8: began in this day, but came into its queue in the next.
  record(8, '2026-03-29T21:59:58Z', waits(billing, '2026-03-29T22:00:00Z', 6)),
  // 9: began in the day before, and came into its queue in this one.
  record(9, '2026-03-28T22:59:58Z', {
    ...waits(billing, '2026-03-28T23:00:01Z', 2),
    ...answers('Bo.Li', '2026-03-28T23:00:03Z', 10, 5),
  }),
  // 10: an agent's own call names a queue, in which nobody waited.
  record(10, '2026-03-29T10:00:00Z', {
    InitiationMethod: 'OUTBOUND',
    ...waits(billing, '2026-03-29T10:00:00Z', 0),
    ...answers('Ana.Silva', '2026-03-29T10:00:08Z', 40, 3),
  }),
  // 11: left before it came to a queue.
  record(11, '2026-03-29T10:30:00Z', { DisconnectTimestamp: '2026-03-29T10:30:20Z' }),
  updated('2026-03-30T09:00:00Z', 40),
  updated('2026-03-29T11:05:00Z', 7),
  // 13 and 14: how long it waited is not known; meanwhile its queue gets another name.
  record(13, '2026-03-29T11:59:59Z', waits(sales, '2026-03-29T12:00:00Z', null)),
  record(14, '2026-03-29T12:09:59Z', waits({ ...sales, Name: 'Sales EMEA' }, '2026-03-29T12:10:00Z', 7)),
  // 15 and 16: two agents answer in one queue and interval, one of them twice (12 is the other).
  record(15, '2026-03-29T11:05:00Z', {
    ...waits(billing, '2026-03-29T11:05:00Z', 30),
    ...answers('Bo.Li', '2026-03-29T11:05:30Z', 20, 0),
  }),
  record(16, '2026-03-29T11:14:59Z', {
    ...waits(billing, '2026-03-29T11:14:59Z', 1),
    ...answers('ana.silva', '2026-03-29T11:15:00Z', 5, 2),
  }),
];

type Doing = { readonly status: object; readonly contact?: string; readonly type?: string };
const available = { Name: 'Available', Type: 'ROUTABLE' };
const lunch = { Name: 'Lunch', Type: 'CUSTOM' };
const offline = { Name: 'Offline', Type: 'OFFLINE' };
/** As instances of before statuses had types. */
const untyped = (Name: string) => ({ Name });

function event(agent: string, at: string, { status, contact, type = 'STATE_CHANGE' }: Doing) {
  const Contacts = contact ? [{ ContactId: contactIdOf(1), Channel: 'VOICE', State: contact }] : [];
  return buildAgentEvent({
    EventId: `${agent}/${at}`,
    EventTimestamp: at,
    EventType: type,
    AgentARN: `${connectInstanceArn}/agent/${agent.toLowerCase()}`,
    CurrentAgentSnapshot: { AgentStatus: status, Configuration: { Username: agent }, Contacts },
    PreviousAgentSnapshot: null,
  });
}
const heartbeat = (status: object, contact?: string) => ({
  status,
  type: 'HEART_BEAT',
  ...(contact ? { contact } : {}),
});

/** In no order, as a stream after a fault brings them. */
export const goldenEvents = [
  // From sign-in to sign-out over the change of the clocks, with a call, after-contact work and lunch.
  event('Ana.Silva', '2026-03-29T01:10:45.000Z', { status: available }),
  event('Ana.Silva', '2026-03-29T00:55:00.000Z', { status: available, type: 'LOGIN' }),
  event('Ana.Silva', '2026-03-29T00:57:00.000Z', heartbeat(available)),
  event('Ana.Silva', '2026-03-29T00:59:00.000Z', heartbeat(available)),
  event('Ana.Silva', '2026-03-29T00:59:58.000Z', { status: available, contact: 'CONNECTING' }),
  event('Ana.Silva', '2026-03-29T01:00:15.000Z', { status: available, contact: 'CONNECTED' }),
  event('Ana.Silva', '2026-03-29T01:02:15.000Z', heartbeat(available, 'CONNECTED')),
  event('Ana.Silva', '2026-03-29T01:04:15.000Z', heartbeat(available, 'CONNECTED')),
  event('Ana.Silva', '2026-03-29T01:06:15.000Z', heartbeat(available, 'CONNECTED_ONHOLD')),
  event('Ana.Silva', '2026-03-29T01:08:15.000Z', heartbeat(available, 'CONNECTED')),
  event('Ana.Silva', '2026-03-29T01:10:15.000Z', { status: available, contact: 'ENDED' }),
  event('Ana.Silva', '2026-03-29T01:12:00.000Z', { status: lunch }),
  event('Ana.Silva', '2026-03-29T01:14:00.000Z', heartbeat(lunch)),
  event('Ana.Silva', '2026-03-29T01:15:30.000Z', { status: offline }),
  event('Ana.Silva', '2026-03-29T01:16:00.000Z', { status: offline, type: 'LOGOUT' }),
  // A missed call is no work. Then nothing is heard for twenty minutes, and who signs out is offline whatever is said.
  event('Bo.Li', '2026-03-29T10:00:00.400Z', { status: available, contact: 'MISSED' }),
  event('Bo.Li', '2026-03-29T10:20:00.000Z', heartbeat(available)),
  event('Bo.Li', '2026-03-29T10:21:00.900Z', { status: available, type: 'LOGOUT' }),
  // Online into the day and out of it; in between there are no events.
  event('carl', '2026-03-28T22:58:00.000Z', { status: untyped('Training') }),
  event('carl', '2026-03-29T21:58:30.000Z', { status: untyped('Available') }),
  event('carl', '2026-03-29T22:00:30.000Z', heartbeat(untyped('Available'))),
  event('carl', '2026-03-29T22:00:30.000Z', heartbeat(untyped('Available'))),
];
