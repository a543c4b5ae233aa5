import type { AgentStateType } from '../../agents/agent-state.ts';
import type { AgentSpan, History, PastContact } from './history.ts';

/** Of whom figures are asked for: GetMetricDataV2's keys. */
export const KEYS = ['QUEUE', 'ROUTING_PROFILE', 'AGENT'] as const;
export type Key = (typeof KEYS)[number];

export interface Interval {
  /** In epoch milliseconds; `to` is not included. */
  readonly from: number;
  readonly to: number;
}
export interface FiguresOf extends Interval {
  readonly key: Key;
  readonly id: string;
  /** What was closed later is not counted yet. */
  readonly closedBy: number;
}

/** What figures are made of. */
interface Facts {
  /** By when they came into the queue. */
  readonly queued: readonly PastContact[];
  readonly answered: readonly PastContact[];
  readonly abandoned: readonly PastContact[];
  /** By when an agent took them. */
  readonly connected: number;
  readonly nonResponses: number;
  readonly seconds: (...types: readonly AgentStateType[]) => number;
}
/** null: nothing to divide by. */
type Figure = (facts: Facts, thresholdSeconds: number) => number | null;

const waited = ({ enqueuedAt, answeredAt, leftAt }: PastContact) =>
  Math.floor(((answeredAt ?? leftAt) - enqueuedAt) / 1000);
const talked = ({ answeredAt, leftAt, heldMs }: PastContact) =>
  answeredAt === undefined ? 0 : Math.max(0, (leftAt - answeredAt - heldMs) / 1000);
const held = ({ heldMs }: PastContact) => heldMs / 1000;
const closing = ({ afterContactWorkMs }: PastContact) => afterContactWorkMs / 1000;
const handled = (contact: PastContact) => talked(contact) + held(contact) + closing(contact);

const sum = (all: readonly PastContact[], of: (contact: PastContact) => number) =>
  Math.round(all.reduce((total, contact) => total + of(contact), 0));
const mean = (all: readonly PastContact[], of: (contact: PastContact) => number) =>
  all.length > 0 ? all.reduce((total, contact) => total + of(contact), 0) / all.length : null;
const within = (all: readonly PastContact[], seconds: number) =>
  all.filter((contact) => waited(contact) < seconds).length;

/** Names and meanings as in "Metric definitions" of the administrator guide. */
export const FIGURES: Readonly<Record<string, Figure>> = {
  CONTACTS_QUEUED: ({ queued }) => queued.length,
  CONTACTS_QUEUED_BY_ENQUEUE: ({ queued }) => queued.length,
  CONTACTS_HANDLED: ({ answered }) => answered.length,
  CONTACTS_HANDLED_BY_CONNECTED_TO_AGENT: ({ connected }) => connected,
  CONTACTS_ABANDONED: ({ abandoned }) => abandoned.length,
  CONTACTS_TRANSFERRED_OUT: ({ queued }) => queued.filter(({ isTransferred }) => isTransferred).length,
  AGENT_NON_RESPONSE: ({ nonResponses }) => nonResponses,
  SERVICE_LEVEL: ({ queued, answered }, seconds) =>
    queued.length > 0 ? (100 * within(answered, seconds)) / queued.length : null,
  SUM_CONTACTS_ANSWERED_IN_X: ({ answered }, seconds) => within(answered, seconds),
  SUM_CONTACTS_ABANDONED_IN_X: ({ abandoned }, seconds) => within(abandoned, seconds),
  MAX_QUEUED_TIME: ({ queued }) => (queued.length > 0 ? Math.max(...queued.map(waited)) : null),
  AVG_QUEUE_ANSWER_TIME: ({ answered }) => mean(answered, waited),
  AVG_ABANDON_TIME: ({ abandoned }) => mean(abandoned, waited),
  AVG_HANDLE_TIME: ({ answered }) => mean(answered, handled),
  SUM_HANDLE_TIME: ({ answered }) => sum(answered, handled),
  SUM_INTERACTION_TIME: ({ answered }) => sum(answered, talked),
  SUM_HOLD_TIME: ({ answered }) => sum(answered, held),
  SUM_AFTER_CONTACT_WORK_TIME: ({ answered }) => sum(answered, closing),
  AGENT_OCCUPANCY: ({ seconds }) => {
    const productive = seconds('system', 'routable');
    return productive > 0 ? (100 * seconds('system')) / productive : null;
  },
  SUM_ONLINE_TIME_AGENT: ({ seconds }) => seconds('routable', 'not_routable', 'system', 'error'),
  SUM_IDLE_TIME_AGENT: ({ seconds }) => seconds('routable'),
  SUM_NON_PRODUCTIVE_TIME_AGENT: ({ seconds }) => seconds('not_routable'),
  SUM_CONTACT_TIME_AGENT: ({ seconds }) => seconds('system'),
  SUM_ERROR_STATUS_TIME_AGENT: ({ seconds }) => seconds('error'),
};

const FIELDS = { QUEUE: 'queueId', ROUTING_PROFILE: 'profileId', AGENT: 'agentId' } as const;

/** What figures of a subject and interval are made of; undefined if nothing happened. */
export function factsOf(history: History, { key, id, from, to, closedBy }: FiguresOf): Facts | undefined {
  const isIn = (at: number | undefined) => at !== undefined && at >= from && at < to;
  const field = FIELDS[key];
  const its = history.contacts.filter((one) => one[field] === id && one.closedAt <= closedBy);
  const queued = its.filter(({ enqueuedAt }) => isIn(enqueuedAt));
  const spans = history.spansUntilNow().filter((span) => key !== 'QUEUE' && belongs(span, key, id));
  const missed = history.nonResponses.filter((one) => one[field] === id && isIn(one.at));
  const facts: Facts = {
    queued,
    answered: queued.filter(({ answeredAt }) => answeredAt !== undefined),
    abandoned: queued.filter(({ answeredAt }) => answeredAt === undefined),
    connected: its.filter(({ answeredAt }) => isIn(answeredAt)).length,
    nonResponses: missed.length,
    seconds: (...types) =>
      Math.round(
        spans.reduce(
          (total, span) => total + (types.includes(span.type) ? overlapMs(span, from, to) : 0),
          0,
        ) / 1000,
      ),
  };
  const online = facts.seconds('routable', 'not_routable', 'system', 'error');
  return queued.length + facts.connected + missed.length + online > 0 ? facts : undefined;
}

function belongs({ profileId, agentId }: AgentSpan, key: Key, id: string): boolean {
  return (key === 'AGENT' ? agentId : profileId) === id;
}

function overlapMs(span: AgentSpan, from: number, to: number): number {
  return Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
}
