import { type Random, randomOf } from '../../local/fleet/random.ts';
import { connectInstanceArn } from '../connect-builders.ts';

/** Two hours around Berlin's 2026-10-25, the day on which the clocks go back, and the day. */
const from = Date.parse('2026-10-24T20:00:00Z');
const to = Date.parse('2026-10-26T01:00:00Z');
const at = (millis: number) => `${new Date(Math.floor(millis / 1000) * 1000).toISOString().slice(0, 19)}Z`;
const maybe = <Value>(random: Random, share: number, value: Value) => (random.chance(share) ? value : null);
const names = Array.from({ length: 40 }, (_, i) => `Agent.${i}`);
const methods = ['INBOUND', 'TRANSFER', 'QUEUE_TRANSFER', 'CALLBACK', 'OUTBOUND', 'API'];

/** Contact records with everything missing now and then; a tenth of the contacts come again, in no order. */
export function generateRecords(contacts: number): object[] {
  const records = Array.from({ length: contacts }, (_, i) => recordsOfContact(i)).flat();
  const random = randomOf(7, 'order');
  const places = new Map(records.map((record) => [record, random.next()]));
  return records.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

function recordsOfContact(number: number): object[] {
  const random = randomOf(7, 'contact', number);
  const initiated = random.between(from, to);
  const enqueued = initiated + random.pick([0, 1000, 20_000, 900_000]);
  const wait = Math.floor(
    random.pick([random.between(0, 8), random.between(0, 40), random.between(0, 1800)]),
  );
  const first = {
    ContactId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    InstanceARN: connectInstanceArn,
    InitiationTimestamp: at(initiated),
    LastUpdateTimestamp: at(to + 3_600_000),
    InitiationMethod: random.pick(methods, [70, 8, 5, 5, 10, 2]),
    Channel: random.pick(['VOICE', 'CHAT']),
    CustomerEndpoint: { Address: '+442079460123', Type: 'TELEPHONE_NUMBER' },
    DisconnectTimestamp: maybe(random, 0.99, at(enqueued + 1_000_000)),
    DisconnectReason: maybe(random, 0.9, 'CUSTOMER_DISCONNECT'),
    TransferCompletedTimestamp: maybe(random, 0.07, at(enqueued + 60_000)),
    TransferredToEndpoint: maybe(random, 0.05, { Type: 'TELEPHONE_NUMBER', Address: '+442079460999' }),
    Queue: maybe(random, 0.93, queueOf(random, enqueued, wait)),
    Agent: maybe(random, 0.8, agentOf(random, enqueued + wait * 1000)),
  };
  if (!random.chance(0.1)) return [first];
  const later = agentOf(random, enqueued + wait * 1000);
  return [
    first,
    { ...first, LastUpdateTimestamp: at(to + random.between(3_601_000, 90_000_000)), Agent: later },
  ];
}

/** One queue has no ARN, as where the settings do not keep it; each gets a new name in the course of the day. */
function queueOf(random: Random, enqueued: number, wait: number) {
  const number = Math.floor(random.between(0, 8));
  const changed = enqueued > from + (number + 2) * 10_000_000;
  return {
    ARN: number === 0 ? null : `${connectInstanceArn}/queue/${number}`,
    Name: number === 0 ? 'Without ARN' : `Queue ${number}${changed ? ' (new)' : ''}`,
    EnqueueTimestamp: maybe(random, 0.98, at(enqueued)),
    Duration: maybe(random, 0.97, wait),
  };
}

function agentOf(random: Random, connected: number) {
  const name = random.pick(names);
  return {
    ARN: `${connectInstanceArn}/agent/${name}`,
    Username: maybe(random, 0.98, name),
    ConnectedToAgentTimestamp: maybe(random, 0.95, at(connected)),
    AgentInteractionDuration: maybe(random, 0.9, Math.floor(random.logNormal(200, 0.8))),
    CustomerHoldDuration: maybe(random, 0.9, Math.floor(random.between(0, 60))),
    AfterContactWorkDuration: maybe(random, 0.9, Math.floor(random.between(0, 90))),
  };
}

const statuses = [
  { Name: 'Available', Type: 'ROUTABLE' },
  { Name: 'Available' },
  { Name: 'Lunch', Type: 'CUSTOM' },
  { Name: 'Training' },
  { Name: 'Offline', Type: 'OFFLINE' },
  { Name: 'Offline' },
];
const contactStates = ['CONNECTING', 'CONNECTED', 'CONNECTED_ONHOLD', 'ENDED', 'MISSED', 'ERROR', 'REJECTED'];

/** What some agents do all day, with silences, and several events of one moment. */
export function generateEvents(agents: number): object[] {
  return Array.from({ length: agents }, (_, number) => {
    const random = randomOf(7, 'agent', number);
    const events: object[] = [];
    for (let millis = from; millis < to; millis += stepMillis(random))
      events.push(eventOf(random, number, events.length, millis));
    return events;
  }).flat();
}

function stepMillis(random: Random): number {
  return Math.floor(
    random.pick(
      [0, random.between(1, 2000), random.wait(120_000), random.between(0, 1_800_000)],
      [1, 2, 20, 2],
    ),
  );
}

function eventOf(random: Random, agent: number, number: number, millis: number): object {
  const busy = random.chance(0.6) ? [random.pick(contactStates)] : [];
  const more = random.chance(0.2) ? [random.pick(contactStates)] : [];
  return {
    EventId: `${agent}-${Math.floor(random.between(0, 1e9))}-${number}`,
    EventType: random.pick(['STATE_CHANGE', 'HEART_BEAT', 'LOGIN', 'LOGOUT'], [20, 20, 1, 1]),
    EventTimestamp: new Date(millis).toISOString(),
    InstanceARN: connectInstanceArn,
    AgentARN: `${connectInstanceArn}/agent/${agent}`,
    CurrentAgentSnapshot: {
      AgentStatus: random.pick(statuses),
      Configuration: { Username: `Agent.${agent}` },
      Contacts: [...busy, ...more].map((State, i) => ({
        ContactId: `00000000-0000-4000-8000-00000000000${i}`,
        State,
      })),
    },
  };
}
