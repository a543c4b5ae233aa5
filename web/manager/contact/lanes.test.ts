import { expect, test } from 'vitest';
import { joinContact } from '../../../model/documents/join-contact.ts';
import { type ContactAnswer, contactAnswer } from '../../../model/query/contacts.ts';
import {
  buildAgentEvent,
  buildContactCall,
  buildContactRecordPart,
  buildFlowStep,
  buildMissedCall,
  secondOf,
} from '../../../test/contact-builders.ts';
import { type Story, storyOf } from './lanes.ts';

const begin = Date.parse(secondOf(0));
/** Each lane as texts: `name: what from–to`, in seconds after the contact began. */
const inWords = ({ lanes }: Story) =>
  lanes.map(({ name, spans, missing }) => {
    const seconds = (at: number) => Math.round((at - begin) / 1000);
    const its = spans.map((span) => `${span.name} ${seconds(span.from)}–${seconds(span.to)}`);
    return `${name}: ${missing ?? its.join(', ')}`;
  });

const record = buildContactRecordPart({
  enqueuedAt: secondOf(10),
  dequeuedAt: secondOf(20),
  afterContactWorkStartedAt: secondOf(125),
});
const answerOf = (contact: object, windows: ContactAnswer['windows'] = []) =>
  contactAnswer.parse({ contact, related: [], windows, windowsCut: false });

test('the phases of the record, the flow, the agents and the sound stand above each other', () => {
  const contact = joinContact({
    record,
    calls: [buildContactCall({ agent: 'ana.silva' })],
    steps: [buildFlowStep(1, 'PlayPrompt'), buildFlowStep(6, 'SetQueue')],
    agentEvents: [
      buildAgentEvent(-200, 'Available'),
      buildAgentEvent(20, 'Available', 'CONNECTING'),
      buildAgentEvent(28, 'Available', 'CONNECTED'),
      buildAgentEvent(60, 'Available', 'CONNECTED_ONHOLD'),
      buildAgentEvent(80, 'Available', 'CONNECTED'),
      buildAgentEvent(125, 'Lunch', 'ENDED'),
    ],
  });
  const windows = (['audio_input', 'audio_output'] as const).map((softphoneStreamType) => ({
    agent: 'ana.silva',
    softphoneStreamType,
    startedAt: secondOf(30),
    windowSeconds: 30,
    rating: softphoneStreamType === 'audio_input' ? ('poor' as const) : ('good' as const),
  }));
  const story = storyOf(answerOf(contact, windows));
  // 155 s, and 15 s on each side.
  expect([story.from, story.to]).toEqual([begin - 15_000, begin + 170_000]);
  expect(inWords(story)).toEqual([
    'Contact: In the flow 0–10, In the queue 10–20, Ringing 20–28, With the agent 28–125, After-contact work 125–155',
    'Flow: Play prompt 1–6, Set queue 6–6',
    'ana.silva: Available -15–125, Lunch 125–170',
    'Contact at ana.silva: Ringing 20–28, On a contact 28–60, Contact on hold 60–80, On a contact 80–125, After-contact work 125–170',
    'ana.silva: sound to the agent: Poor 30–60',
    'ana.silva: sound from the agent: Good 30–60',
  ]);
});

test('what is missing is said to be missing', () => {
  const { afterContactWorkEndedAt: _, ...open } = buildContactRecordPart();
  const contact = joinContact({ record: open, calls: [], steps: [], agentEvents: [] });
  expect(inWords(storyOf(answerOf(contact)))).toEqual([
    'Contact: In the flow 0–28, With the agent 28–125',
    'Flow: No flow steps are stored.',
    'Agents: No states of agents are stored.',
    'Softphone: Nothing of a softphone is stored.',
  ]);
});

test('of several agents each has lanes of its own, and the windows are not mixed up', () => {
  const calls = [buildContactCall({ agent: 'ana.silva' }), buildMissedCall('rui.martins', 12)];
  const contact = joinContact({ record, calls, steps: [], agentEvents: [] });
  const names = storyOf(answerOf(contact)).lanes.map(({ name, missing }) => [name, missing !== undefined]);
  expect(names.slice(3)).toEqual([
    // Where nobody took it, nothing could sound.
    ['rui.martins: sound', true],
    ['ana.silva: sound to the agent', true],
    ['ana.silva: sound from the agent', true],
  ]);
});

test('a record without any later time is shown all the same', () => {
  const { disconnectedAt: _d, connectedToAgentAt: _c, ...rest } = buildContactRecordPart();
  const { afterContactWorkEndedAt: _a, ...bare } = rest;
  const story = storyOf(answerOf(joinContact({ record: bare, calls: [], steps: [], agentEvents: [] })));
  expect(story.to - story.from).toBeGreaterThan(0);
  expect(inWords(story)[0]).toBe('Contact: The record has no times.');
});
