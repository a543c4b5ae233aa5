import { randomOf } from '../../local/fleet/random.ts';
import type { ConnectInstance } from '../../model/documents/connect-instance.ts';
import type { ConnectUser } from '../../model/documents/connect-user.ts';

const hourMillis = 3_600_000;
/** Of no deployment: how far a poller is stands in OpenSearch by instance, and the local stack polls its own. */
export const instanceId = '3a9d5f10-7c42-4b86-8e0d-2f6c1b7a9e54';
const instanceArn = `arn:aws:connect:eu-central-1:123456789012:instance/${instanceId}`;
/** More than one request takes, so that there are batches. */
const queueCount = 120;
const agentCount = 130;
export const profiles = ['Care', 'Sales', 'Support'].map((Name, i) => ({ Id: `profile-${i}`, Name }));

export const instance: ConnectInstance = {
  instanceId,
  hierarchyLevels: {},
  queues: Array.from({ length: queueCount }, (_, i) => ({
    id: `queue-${i}`,
    arn: `${instanceArn}/queue/queue-${i}`,
    name: `Queue ${i}`,
    deleted: false,
  })),
  syncedAt: '2026-04-01T00:00:00.000Z',
};

export const users: readonly ConnectUser[] = Array.from({ length: agentCount }, (_, i) => ({
  instanceId,
  username: `agent.${i}`,
  id: `agent-${i}`,
  arn: `${instanceArn}/agent/agent-${i}`,
  routingProfile: profiles[i % profiles.length]?.Name ?? '',
  agentHierarchy: { level1: 'Service' },
  deleted: false,
  syncedAt: '2026-04-01T00:00:00.000Z',
}));

/** A contact that waited in a queue; Connect counts it once it knows of it. */
type Contact = {
  readonly queue: string;
  readonly profile: string;
  readonly agent: string;
  readonly enqueuedAt: number;
  /** Seconds. */
  readonly waited: number;
  readonly handled: number;
  readonly isAnswered: boolean;
  /** When Connect has counted it: after its end, and some hours later. */
  readonly countedAt: number;
};

/** What happened in a contact centre, and when Connect tells of it. */
export function makeTruth(from: number, to: number, contacts: number) {
  const all = Array.from({ length: contacts }, (_, i): Contact => {
    const random = randomOf(11, 'metrics', i);
    const enqueuedAt = Math.floor(random.between(from, to));
    const [waited, handled] = [random.between(0, 90), random.between(30, 1500)].map(Math.floor);
    const end = enqueuedAt + ((waited ?? 0) + (handled ?? 0)) * 1000;
    const agent = Math.floor(random.between(0, agentCount));
    return {
      queue: `queue-${Math.floor(random.between(0, queueCount) ** 2 / queueCount)}`,
      agent: `agent-${agent}`,
      profile: `profile-${agent % profiles.length}`,
      enqueuedAt,
      waited: waited ?? 0,
      handled: handled ?? 0,
      isAnswered: random.chance(0.85),
      countedAt: end + random.pick([0, 60_000, random.between(0, 3 * hourMillis)], [70, 20, 10]),
    };
  });
  const fields = { QUEUE: 'queue', ROUTING_PROFILE: 'profile', AGENT: 'agent' } as const;
  const groups = new Map<string, Contact[]>();
  for (const contact of all) {
    for (const [key, field] of Object.entries(fields)) {
      const name = `${key}/${contact[field]}`;
      groups.set(name, [...(groups.get(name) ?? []), contact]);
    }
  }
  return { figures: (ask: FiguresAsk) => figuresOf(groups.get(`${ask.key}/${ask.id}`) ?? [], ask) };
}
export type Truth = ReturnType<typeof makeTruth>;

export type FiguresAsk = {
  readonly key: 'QUEUE' | 'ROUTING_PROFILE' | 'AGENT';
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** What Connect knows of then, in epoch milliseconds. */
  readonly asOf: number;
};

/** By Connect's names; null where there is nothing to divide by. Undefined of an interval in which nothing happened. */
export type Figures = Readonly<Record<string, number | null>>;

function figuresOf(all: readonly Contact[], { from, to, asOf }: FiguresAsk): Figures | undefined {
  const its = all.filter((one) => one.enqueuedAt >= from && one.enqueuedAt < to && one.countedAt <= asOf);
  if (its.length === 0) return undefined;
  const answered = its.filter(({ isAnswered }) => isAnswered);
  const abandoned = its.filter(({ isAnswered }) => !isAnswered);
  const sum = (some: readonly Contact[], of: 'waited' | 'handled') => some.reduce((s, one) => s + one[of], 0);
  const mean = (some: readonly Contact[], of: 'waited' | 'handled') =>
    some.length > 0 ? sum(some, of) / some.length : null;
  const within = (some: readonly Contact[]) => some.filter(({ waited }) => waited < 20).length;
  const handled = sum(answered, 'handled');
  return {
    CONTACTS_QUEUED: its.length,
    CONTACTS_QUEUED_BY_ENQUEUE: its.length,
    CONTACTS_HANDLED: answered.length,
    CONTACTS_HANDLED_BY_CONNECTED_TO_AGENT: answered.length,
    CONTACTS_ABANDONED: abandoned.length,
    CONTACTS_TRANSFERRED_OUT: 0,
    AGENT_NON_RESPONSE: 0,
    SERVICE_LEVEL: (100 * within(answered)) / its.length,
    SUM_CONTACTS_ANSWERED_IN_X: within(answered),
    SUM_CONTACTS_ABANDONED_IN_X: within(abandoned),
    MAX_QUEUED_TIME: Math.max(...its.map(({ waited }) => waited)),
    AVG_QUEUE_ANSWER_TIME: mean(answered, 'waited'),
    AVG_ABANDON_TIME: mean(abandoned, 'waited'),
    AVG_HANDLE_TIME: mean(answered, 'handled'),
    SUM_HANDLE_TIME: handled,
    SUM_INTERACTION_TIME: handled,
    SUM_HOLD_TIME: 0,
    SUM_AFTER_CONTACT_WORK_TIME: 0,
    AGENT_OCCUPANCY: (100 * handled) / (handled + 300),
    SUM_ONLINE_TIME_AGENT: handled + 300,
    SUM_IDLE_TIME_AGENT: 300,
    SUM_NON_PRODUCTIVE_TIME_AGENT: 0,
    SUM_CONTACT_TIME_AGENT: handled,
    SUM_ERROR_STATUS_TIME_AGENT: 0,
  };
}
