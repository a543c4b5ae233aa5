import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AgentPicture,
  type PlacedEvent,
  statusOf,
  untold,
  withEvents,
  withoutAgent,
  withTold,
  withUsers,
} from './agent-picture.ts';

const none: AgentPicture = new Map();
const minute = (i: number) => new Date(Date.UTC(2026, 2, 4, 10, i)).toISOString();

/** The agent's event of that minute. */
function placed(agent: string, i: number, name: string, change: Partial<PlacedEvent> = {}): PlacedEvent {
  const event = {
    eventId: `${agent}-${i}`,
    at: minute(i),
    agentId: agent,
    userName: agent,
    arn: `arn:${name}`,
    name,
  };
  return { event, shard: 'one', sequenceNumber: String(BigInt(i) + 99_999_999_999_999_999_995n), ...change };
}

const namesOf = (picture: AgentPicture) =>
  Object.fromEntries([...picture.values()].map(({ userName, name }) => [userName, name]));

test('the last status of each agent counts, and a heartbeat changes nothing', () => {
  const events = [placed('ana', 1, 'Available'), placed('rui', 2, 'Lunch'), placed('ana', 3, 'Available')];
  const picture = withEvents(none, events);
  expect(untold(picture).map(statusOf)).toEqual([
    {
      UserName: 'ana',
      AgentStatus: { ARN: 'arn:Available', Name: 'Available' },
      eventId: 'ana-1',
      at: minute(1),
    },
    { UserName: 'rui', AgentStatus: { ARN: 'arn:Lunch', Name: 'Lunch' }, eventId: 'rui-2', at: minute(2) },
  ]);
});

test('in whatever order and however often a shard is read, its last sequence number decides', () => {
  const statuses = fc.constantFrom('Available', 'Lunch', 'Offline');
  // Across 10^20: as texts, or as numbers, they would not be in order.
  fc.assert(
    fc.property(
      fc.array(statuses, { minLength: 1, maxLength: 12 }),
      fc.infiniteStream(fc.nat()),
      (names, dice) => {
        // All of the same instant, so that nothing else can decide.
        const events = names.map((name, i) =>
          placed('ana', i, name, { event: placed('ana', 0, name).event }),
        );
        const shuffled = [...events, ...events]
          .map((its) => ({ its, at: dice.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ its }) => its);
        expect(namesOf(withEvents(none, shuffled))).toEqual({ ana: names.at(-1) });
      },
    ),
  );
});

test('where an agent goes from one shard to another, the later event decides, whichever is read first', () => {
  const before = placed('ana', 1, 'Available', { shard: 'parent', sequenceNumber: '900' });
  const after = placed('ana', 2, 'Lunch', { shard: 'child', sequenceNumber: '10' });
  expect(namesOf(withEvents(none, [before, after]))).toEqual({ ana: 'Lunch' });
  expect(namesOf(withEvents(none, [after, before]))).toEqual({ ana: 'Lunch' });
});

test('only what the receiver does not have is to be told, and what changes meanwhile stays to be told', () => {
  const first = withEvents(none, [placed('ana', 1, 'Available'), placed('rui', 1, 'Available')]);
  const sent = untold(first);
  const meanwhile = withEvents(first, [placed('ana', 2, 'Lunch')]);
  const told = withTold(meanwhile, sent);
  expect(untold(told).map(({ eventId }) => eventId)).toEqual(['ana-2']);
  expect(untold(withTold(told, untold(told)))).toEqual([]);
});

test('who went and came back is told again: nobody knows which of the two the receiver has', () => {
  const available = withEvents(none, [placed('ana', 1, 'Available')]);
  const told = withTold(available, untold(available));
  const back = withEvents(told, [placed('ana', 2, 'Lunch'), placed('ana', 3, 'Available')]);
  expect(untold(back).map(({ eventId }) => eventId)).toEqual(['ana-3']);
});

test('users of whom nothing was told are logged out, until something is; deleted ones are left out', () => {
  const seen = withEvents(none, [placed('ana', 1, 'Available'), placed('gone', 1, 'Available')]);
  const users = [
    { id: 'ana', username: 'ana', deleted: false },
    { id: 'rui', username: 'Rui', deleted: false },
    { id: 'gone', username: 'gone', deleted: true },
  ];
  const picture = withUsers(seen, users);
  expect(namesOf(picture)).toEqual({ ana: 'Available', rui: 'logged out' });
  expect(untold(picture).map(statusOf)[0]).toEqual({
    UserName: 'rui',
    AgentStatus: { Name: 'logged out' },
    eventId: 'logged-out-rui',
  });
  expect(namesOf(withEvents(picture, [placed('rui', 1, 'Available')]))).toEqual({
    ana: 'Available',
    rui: 'Available',
  });
  expect(withUsers(picture, users)).toEqual(picture);
});

test('a new name is a change, and an agent can be taken out by it', () => {
  const event = { ...placed('ana', 2, 'Available').event, userName: 'ana.silva' };
  const picture = withEvents(none, [placed('ana', 1, 'Available'), placed('ana', 2, 'Available', { event })]);
  expect(untold(picture).map(({ eventId }) => eventId)).toEqual(['ana-2']);
  expect(withoutAgent(picture, 'Ana.Silva').size).toBe(0);
  expect(withoutAgent(picture, 'ana').size).toBe(1);
});
