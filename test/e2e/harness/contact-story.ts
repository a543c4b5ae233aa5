import { randomUUID } from 'node:crypto';
import { joinContact } from '../../../model/documents/join-contact.ts';
import { judgeContact } from '../../../model/verdict/judge-contact.ts';
import { defaultVerdictLimits } from '../../../model/verdict/limits.ts';
import { buildWindow } from '../../builders.ts';
import {
  buildAgentEvent,
  buildContactCall,
  buildContactRecordPart,
  buildFlowStep,
  buildMissedCall,
  secondOf,
} from '../../contact-builders.ts';
import { buildWindowDocument } from '../../document-builders.ts';

/** What is stored of a few contacts. */
export type ContactStory = {
  /** The id of one that was bad, with a verdict; it was handed on. */
  readonly judged: string;
  readonly contacts: readonly object[];
  readonly windows: readonly object[];
};

/**
 * A contact that was bad for a whole site, rang at two agents, and was handed on to a third one whose page sent nothing;
 * beside it a chat, and a caller who gave up.
 *
 * @param begin when the first one began
 */
export function contactStory(begin: Date): ContactStory {
  const [judged, handedOn, before, chat, abandoned] = [idOf(), idOf(), idOf(), idOf(), idOf()];
  const bad = badContact({ contactId: judged, previousContactId: before, nextContactId: handedOn });
  const nothing = { calls: [], steps: [], agentEvents: [] };
  const next = buildContactRecordPart({
    contactId: handedOn,
    agent: 'rui.martins',
    initiationMethod: 'TRANSFER',
    transfer: { previousContactId: judged, initialContactId: judged },
  });
  const { agent: _, connectedToAgentAt: _c, talkSeconds: _t, afterContactWorkEndedAt: _a, ...caller } = next;
  const others = [
    next,
    buildContactRecordPart({ contactId: chat, channel: 'CHAT', disconnectReason: 'IDLE_DISCONNECT' }),
    { ...caller, contactId: abandoned, initiationMethod: 'INBOUND', transfer: {}, queueSeconds: 95 },
  ].map((record) => ({ ...joinContact({ record, ...nothing }), joinedAt: secondOf(170) }));
  const shift = begin.getTime() - Date.parse(secondOf(0));
  return {
    judged,
    contacts: shifted([bad, ...others], shift),
    windows: shifted(windowsOf(judged), shift),
  };
}

/** Each run has ids of its own: others look for contacts in the same indices. */
const idOf = (): string => randomUUID();

type Ids = Readonly<Record<'contactId' | 'previousContactId' | 'nextContactId', string>>;

function badContact({ contactId, ...links }: Ids): object {
  const of = { contactId };
  const record = buildContactRecordPart({
    ...of,
    enqueuedAt: secondOf(10),
    dequeuedAt: secondOf(20),
    queueSeconds: 10,
    holds: 1,
    holdSeconds: 20,
    afterContactWorkStartedAt: secondOf(125),
    afterContactWorkSeconds: 30,
    nativeQuality: { agent: { score: 2.6, issues: ['HighPacketLoss'] } },
    transfer: links,
  });
  const state = (second: number, name: string, its?: string) =>
    buildAgentEvent(second, name, its, its ? { contacts: [{ contactId, state: its }] } : {});
  const contact = joinContact({
    record,
    calls: [
      buildContactCall({
        rating: 'poor',
        ratingReasons: ['loss'],
        poorPercent: 40,
        mos: { avg: 2.4, min: 1.3 },
      }),
      buildMissedCall('ewa.mazur', 12),
    ],
    steps: [
      buildFlowStep(1, 'PlayPrompt', of),
      buildFlowStep(4, 'InvokeExternalResource', { ...of, failed: true }),
      buildFlowStep(9, 'SetQueue', of),
      buildFlowStep(10, 'Transfer', of),
    ],
    agentEvents: [
      state(-120, 'Available'),
      state(20, 'Available', 'CONNECTING'),
      state(28, 'Available', 'CONNECTED'),
      state(60, 'Available', 'CONNECTED_ONHOLD'),
      state(80, 'Available', 'CONNECTED'),
      state(125, 'Available', 'ENDED'),
      state(155, 'Available'),
    ],
  });
  return { ...contact, joinedAt: secondOf(170), verdict: { ...verdictOfSite(), judgedAt: secondOf(900) } };
}

/** What the rules make of it: three of four others of the site had it in the same minutes, and nobody elsewhere. */
function verdictOfSite(): object {
  const direction = (rating: 'poor' | 'good', poorPercent: number) => ({
    rating,
    poorPercent,
    reasons: rating === 'poor' ? ['loss'] : [],
    seconds: 90,
    silentSeconds: 10,
  });
  const others = { agents: 4, poor: 3 };
  const verdict = judgeContact(
    {
      leg: { kind: 'heard', toAgent: direction('poor', 40), fromAgent: direction('good', 0) },
      record: { agentScore: 2.6 },
    },
    {
      scopes: {
        site: { name: 'Lisbon', hour: others, minutes: others, elsewhere: { agents: 8, poor: 0 } },
      },
      sites: [{ agents: 8, poor: 0 }],
      providers: [],
    },
    defaultVerdictLimits,
  );
  return { ...verdict, agent: 'ana.silva' };
}

function windowsOf(contactId: string): object[] {
  const seconds = [30, 60, 90];
  return (['audio_input', 'audio_output'] as const).flatMap((streamType) =>
    seconds.map((second, i) => ({
      ...buildWindowDocument(buildWindow({ streamType, startedAt: secondOf(second) })),
      contactId,
      rating: streamType === 'audio_input' && i > 0 ? (['fair', 'poor'] as const)[i - 1] : 'good',
    })),
  );
}

/** The same at another time: every instant within is moved. */
function shifted<Value>(value: Value, millis: number): Value {
  const isInstant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'string' && isInstant.test(inner)
      ? new Date(Date.parse(inner) + millis).toISOString()
      : inner,
  );
}
