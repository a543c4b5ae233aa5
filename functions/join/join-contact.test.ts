import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactDocument } from '../../model/documents/contact.ts';
import type { ContactCall } from '../../model/documents/contact-call.ts';
import { aroundContact, type ContactParts, joinContact } from '../../model/documents/join-contact.ts';
import {
  buildAgentEvent,
  buildContactCall,
  buildContactRecordPart,
  buildFlowStep,
  buildMissedCall,
  secondOf,
} from '../../test/contact-builders.ts';

const whole: ContactParts = {
  record: buildContactRecordPart(),
  calls: [buildContactCall({ report: { iceConnectionsLost: 1 } })],
  steps: [
    buildFlowStep(0, 'SetLoggingBehavior'),
    buildFlowStep(0.5, 'PlayPrompt'),
    buildFlowStep(6, 'StoreUserInput', { failed: true }),
    buildFlowStep(9, 'TransferToQueue'),
  ],
  agentEvents: [
    buildAgentEvent(-200, 'Available'),
    buildAgentEvent(20, 'Available', 'CONNECTING'),
    buildAgentEvent(28, 'Available', 'CONNECTED'),
    buildAgentEvent(125, 'Available', 'ENDED'),
    buildAgentEvent(155, 'Lunch'),
  ],
  phoneType: 'SOFT_PHONE',
};

test('a call becomes one contact with record, sound, report, flow and states', () => {
  const contact = joinContact(whole);
  expect(contact).toMatchObject({
    ...whole.record,
    site: 'Lisbon',
    calls: [{ agent: 'ana.silva', rating: 'good', reportArrived: true, report: { iceConnectionsLost: 1 } }],
    softphone: {
      calls: 1,
      missed: 0,
      rating: 'good',
      poorPercent: 0,
      talkSeconds: 95,
      mos: { avg: 4.3, min: 4.2 },
      toAgent: {
        packetsLost: 9,
        packetsLostPercent: 0.2,
        silentSeconds: 6,
        jitterMillis: { avg: 4, max: 9 },
      },
      fromAgent: { roundTripTimeMillis: { avg: 60, max: 70 } },
      setupFailed: false,
    },
    expectsStatistics: true,
    hasStatistics: true,
    agentPhoneType: 'SOFT_PHONE',
  });
  expect(contact.flow.map(({ moduleType, seconds, failed }) => [moduleType, seconds, failed])).toEqual([
    ['SetLoggingBehavior', 0.5, undefined],
    ['PlayPrompt', 5.5, undefined],
    ['StoreUserInput', 3, true],
    ['TransferToQueue', undefined, undefined],
  ]);
  expect(contact.states.map(({ state, contactState, seconds }) => [state, contactState, seconds])).toEqual([
    ['Available', undefined, 220],
    ['Available', 'CONNECTING', 8],
    ['Available', 'CONNECTED', 97],
    ['Available', 'ENDED', 30],
    ['Lunch', undefined, undefined],
  ]);
  expect(contactDocument.parse(JSON.parse(JSON.stringify(contact)))).toEqual(contact);
});

test('of a record alone the rest is not known, and nothing is zero that nobody measured', () => {
  const { softphone, ...contact } = joinContact({ ...whole, calls: [], steps: [], agentEvents: [] });
  expect(softphone).toBeUndefined();
  expect(contact).toMatchObject({ calls: [], flow: [], states: [], hasStatistics: false });
  expect(contact).not.toHaveProperty('site');
  const unmeasured = buildMissedCall('ana.silva', 20);
  const { toAgent, mos, poorPercent } = joinContact({ ...whole, calls: [unmeasured] }).softphone ?? {};
  expect([toAgent, mos, poorPercent]).toEqual([{}, undefined, undefined]);
});

test('an agent who did not answer and the one who did are two calls of one contact', () => {
  const missed = buildMissedCall('rui.martins', 5);
  const contact = joinContact({
    ...whole,
    calls: [...whole.calls, missed],
    agentEvents: [
      ...whole.agentEvents,
      buildAgentEvent(25, 'Available', 'MISSED', { agent: 'rui.martins', eventId: 'm' }),
      buildAgentEvent(25, 'Available', undefined, { agent: 'ewa.mazur', eventId: 'not of this contact' }),
    ],
  });
  expect(contact.calls.map(({ agent, missed }) => [agent, missed])).toEqual([
    ['rui.martins', true],
    ['ana.silva', false],
  ]);
  expect(contact.softphone).toMatchObject({ calls: 2, missed: 1, rating: 'good' });
  expect(contact.states.filter(({ agent }) => agent === 'rui.martins')).toMatchObject([
    { contactState: 'MISSED' },
  ]);
  expect(contact.states.map(({ agent }) => agent)).not.toContain('ewa.mazur');
});

test('of several agents’ calls the sums add up, and the worst is the contact’s', () => {
  const good = buildContactCall();
  const poor = buildContactCall({
    agent: 'rui.martins',
    startedAt: secondOf(60),
    rating: 'poor',
    ratingReasons: ['loss'],
    seconds: { good: 30, fair: 0, poor: 60, unclassified: 0 },
    mos: { avg: 2.5, min: 1.2 },
    toAgent: {
      ...good.toAgent,
      packetsLost: 491,
      packetsCount: 4500,
      jitterMillis: { avg: 40, max: 41 },
      poorPercent: 66.7,
    },
  });
  expect(joinContact({ ...whole, calls: [good, poor] }).softphone).toMatchObject({
    rating: 'poor',
    ratingReasons: ['loss'],
    seconds: { good: 210, fair: 0, poor: 60, unclassified: 0 },
    poorPercent: 22.222,
    mos: { avg: 2.5, min: 1.2 },
    toAgent: {
      packetsLost: 500,
      packetsCount: 9000,
      packetsLostPercent: 5.263,
      jitterMillis: { avg: 40, max: 41 },
    },
  });
});

test('an abandoned contact has its flow, and is not missing statistics', () => {
  const { agent: _, connectedToAgentAt: __, talkSeconds: ___, ...record } = whole.record;
  const agentEvents = [buildAgentEvent(20, 'Available', undefined, { agent: 'ewa.mazur' })];
  const contact = joinContact({ ...whole, record, calls: [], agentEvents });
  expect(contact).toMatchObject({ flow: { length: 4 }, states: [], expectsStatistics: false });
});

test('of whom it rang at outside of the monitored page there is what the events say of this contact, and no more', () => {
  const ewa = (second: number, state: string, contactState?: string) =>
    buildAgentEvent(second, state, contactState, { agent: 'ewa.mazur', eventId: `ewa ${second}` });
  const agentEvents = [
    ...whole.agentEvents,
    ewa(5, 'Lunch'),
    ewa(10, 'Available', 'CONNECTING'),
    ewa(19.5, 'Available', 'MISSED'),
    ewa(60, 'Available'),
  ];
  const { states } = joinContact({ ...whole, agentEvents });
  expect(states.filter(({ agent }) => agent === 'ewa.mazur')).toMatchObject([
    { contactState: 'CONNECTING', seconds: 9.5 },
    { contactState: 'MISSED' },
  ]);
  expect(states.filter(({ agent }) => agent === 'ana.silva')).toHaveLength(5);
});

test('a callback and a consultation are contacts of their own, linked to the first', () => {
  const transfer = { initialContactId: 'first', previousContactId: 'before' };
  const record = buildContactRecordPart({ initiationMethod: 'CALLBACK', transfer });
  expect(joinContact({ ...whole, record }).transfer).toEqual(transfer);
});

test.each([
  ['an answered call in the softphone', {}, 'SOFT_PHONE', true],
  ['by an agent whom no sync knows', {}, undefined, true],
  ['at a desk phone', {}, 'DESK_PHONE', false],
  ['at what was a softphone then', { nativeQuality: { agent: { score: 4 } } }, 'DESK_PHONE', true],
  ['of 9 s', { talkSeconds: 9 }, 'SOFT_PHONE', false],
  ['of 10 s', { talkSeconds: 10 }, 'SOFT_PHONE', true],
  ['of a chat', { channel: 'CHAT' }, 'SOFT_PHONE', false],
  ['where talk is not collected', { talkSeconds: undefined }, 'SOFT_PHONE', undefined],
  ['where channels are not collected', { channel: undefined }, 'SOFT_PHONE', undefined],
] as const)('whether statistics are expected: %s', (_, change, phoneType, expected) => {
  const record = { ...whole.record, ...change } as ContactParts['record'];
  expect(joinContact({ ...whole, record, phoneType, calls: [] }).expectsStatistics).toBe(expected);
});

test('another agent’s statistics are not the agent’s own', () => {
  const calls = [buildContactCall({ agent: 'rui.martins' })];
  expect(joinContact({ ...whole, calls }).hasStatistics).toBe(false);
});

test('states are those from 5 minutes before the contact to 5 minutes after its after-contact work', () => {
  const { from, to, agents } = aroundContact(whole.record, [buildMissedCall('rui.martins', 5)]);
  expect({ from, to, agents }).toEqual({
    from: secondOf(-300),
    to: secondOf(455),
    agents: ['ana.silva', 'rui.martins'],
  });
  const events = [-301, -300, 455, 456].map((second) => buildAgentEvent(second, `${second}`));
  const states = joinContact({ ...whole, agentEvents: events }).states.map(({ state }) => state);
  expect(states).toEqual(['-300', '455']);
});

test('heartbeats and changes of settings are no states', () => {
  const events = [
    buildAgentEvent(0, 'Available', undefined, { eventType: 'LOGIN' }),
    buildAgentEvent(1, 'Available', undefined, { eventType: 'HEART_BEAT' }),
    buildAgentEvent(2, 'Available'),
    buildAgentEvent(3, 'Available', undefined, { eventType: 'LOGOUT' }),
    buildAgentEvent(4, 'Available', undefined, { eventType: 'LOGIN' }),
  ];
  const { states } = joinContact({ ...whole, agentEvents: events });
  expect(states.map(({ event, seconds }) => [event, seconds])).toEqual([
    ['LOGIN', 3],
    ['LOGOUT', 1],
    ['LOGIN', undefined],
  ]);
});

const second = fc.integer({ min: -400, max: 600 });
const agent = fc.constantFrom('ana.silva', 'rui.martins', 'ewa.mazur');
const calls: fc.Arbitrary<ContactCall[]> = fc.uniqueArray(
  fc
    .tuple(agent, second, fc.boolean())
    .map(([agent, at, isMissed]) =>
      isMissed
        ? buildMissedCall(agent, at)
        : buildContactCall({ agent, startedAt: secondOf(at), talkSeconds: at / 7 }),
    ),
  { selector: (call) => call.agent },
);
const steps = fc.array(
  fc
    .tuple(second, fc.constantFrom('PlayPrompt', 'SetQueue'))
    .map(([at, module]) => buildFlowStep(at, module)),
  { maxLength: 12 },
);
const agentEvents = fc.array(
  fc
    .tuple(
      second,
      fc.constantFrom('Available', 'Lunch'),
      fc.constantFrom(undefined, 'CONNECTED', 'ENDED'),
      agent,
    )
    .map(([at, state, contactState, agent]) =>
      buildAgentEvent(at, state, contactState, { agent, eventId: `${at} ${state} ${contactState} ${agent}` }),
    ),
  { maxLength: 12 },
);

test('a contact is the same in whatever order its parts are found, and however often', () => {
  const twice = <Part>(parts: Part[]) =>
    fc
      .shuffledSubarray([...parts, ...parts], { minLength: parts.length * 2 })
      .map((again) => ({ parts, again }));
  fc.assert(
    fc.property(calls.chain(twice), steps.chain(twice), agentEvents.chain(twice), (calls, steps, events) => {
      const once = { ...whole, calls: calls.parts, steps: steps.parts, agentEvents: events.parts };
      const again = { ...whole, calls: calls.again, steps: steps.again, agentEvents: events.again };
      expect(joinContact(again)).toEqual(joinContact(once));
    }),
  );
});

test('an agent’s durations add up to the time between the first state and the last', () => {
  fc.assert(
    fc.property(agentEvents, (events) => {
      const { states } = joinContact({ ...whole, agentEvents: events });
      const own = states.filter((state) => state.agent === 'ana.silva');
      const sum = own.reduce((total, { seconds = 0 }) => total + seconds, 0);
      const between = (Date.parse(own.at(-1)?.at ?? '0') - Date.parse(own[0]?.at ?? '0')) / 1000;
      expect(sum).toBeCloseTo(between, 6);
      expect(own.filter(({ seconds }) => seconds === undefined)).toHaveLength(own.length > 0 ? 1 : 0);
    }),
  );
});
