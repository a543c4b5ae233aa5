import { expect, test } from 'vitest';
import { makeOrganisation } from '../../organisation.ts';
import { agentEventsOf } from './agent-events-of.ts';

const { agents, instanceArn } = makeOrganisation();
const hour = 3_600_000;
const begin = Date.parse('2026-11-19T09:00:00Z');
const shift = {
  midnight: begin - 9 * hour,
  startsAt: begin,
  endsAt: begin + 8 * hour,
  lunch: { from: begin + 4 * hour, to: begin + 5 * hour },
};

function toldUntil(until: number) {
  const [agent] = agents;
  if (!agent) throw new Error('There is no agent');
  return agentEventsOf({ agent, instanceArn }, shift, [], until).map(
    ({ EventType, EventTimestamp, CurrentAgentSnapshot }) => [
      EventType,
      (Date.parse(EventTimestamp) - begin) / 60_000,
      CurrentAgentSnapshot?.AgentStatus?.Name,
    ],
  );
}

test('who is still signed in was heard of in the last two minutes', () => {
  expect(toldUntil(begin + 61 * 60_000)).toEqual([
    ['LOGIN', 0, 'Available'],
    ['HEART_BEAT', 60, 'Available'],
  ]);
  expect(toldUntil(begin + 60_000)).toEqual([['LOGIN', 0, 'Available']]);
  expect(toldUntil(begin + 4.5 * hour).at(-1)).toEqual(['HEART_BEAT', 270, 'Lunch']);
});

test('nothing is heard of somebody who has left, or has not come', () => {
  expect(toldUntil(begin + 24 * hour).map(([type]) => type)).toEqual([
    'LOGIN',
    'STATE_CHANGE',
    'STATE_CHANGE',
    'LOGOUT',
  ]);
  expect(toldUntil(begin - hour)).toEqual([]);
});
