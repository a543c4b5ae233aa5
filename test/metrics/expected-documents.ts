import { type Figures, instance, instanceId, profiles, type Truth, users } from './truth.ts';

/** By Connect's names, as a reader of its API Reference would write them down. */
const fields: Readonly<Record<string, string>> = {
  CONTACTS_QUEUED: 'contactsQueued',
  CONTACTS_QUEUED_BY_ENQUEUE: 'contactsQueuedByEnqueue',
  CONTACTS_HANDLED: 'contactsHandled',
  CONTACTS_HANDLED_BY_CONNECTED_TO_AGENT: 'contactsHandledByConnected',
  CONTACTS_ABANDONED: 'contactsAbandoned',
  CONTACTS_TRANSFERRED_OUT: 'contactsTransferredOut',
  AGENT_NON_RESPONSE: 'agentNonResponses',
  SERVICE_LEVEL: 'serviceLevelPercent',
  SUM_CONTACTS_ANSWERED_IN_X: 'contactsAnsweredInServiceLevel',
  SUM_CONTACTS_ABANDONED_IN_X: 'contactsAbandonedInServiceLevel',
  MAX_QUEUED_TIME: 'maxQueuedSeconds',
  AVG_QUEUE_ANSWER_TIME: 'avgQueueAnswerSeconds',
  AVG_ABANDON_TIME: 'avgAbandonSeconds',
  AVG_HANDLE_TIME: 'avgHandleSeconds',
  SUM_HANDLE_TIME: 'handleSeconds',
  SUM_INTERACTION_TIME: 'interactionSeconds',
  SUM_HOLD_TIME: 'holdSeconds',
  SUM_AFTER_CONTACT_WORK_TIME: 'afterContactWorkSeconds',
  AGENT_OCCUPANCY: 'occupancyPercent',
  SUM_ONLINE_TIME_AGENT: 'onlineSeconds',
  SUM_IDLE_TIME_AGENT: 'idleSeconds',
  SUM_NON_PRODUCTIVE_TIME_AGENT: 'nonProductiveSeconds',
  SUM_CONTACT_TIME_AGENT: 'onContactSeconds',
  SUM_ERROR_STATUS_TIME_AGENT: 'errorSeconds',
};
const ofAgentsAlone = /^(AGENT_OCCUPANCY|SUM_.*_TIME_AGENT)$/;
const ofNoAgent = /^(SERVICE_LEVEL|SUM_CONTACTS_.*_IN_X|AVG_QUEUE_ANSWER_TIME)$/;
const ofNoProfile = /^CONTACTS_(QUEUED_BY_ENQUEUE|HANDLED_BY_CONNECTED_TO_AGENT)$/;

type Subject = {
  readonly subject: string;
  readonly key: 'QUEUE' | 'ROUTING_PROFILE' | 'AGENT';
  readonly id: string;
  readonly names: object;
  readonly without: RegExp;
};

const subjects: readonly Subject[] = [
  ...instance.queues.map(({ id, name, arn }) => ({
    subject: 'queue',
    key: 'QUEUE' as const,
    id,
    names: { contactQueue: name, contactQueueArn: arn, serviceLevelSeconds: 20 },
    without: ofAgentsAlone,
  })),
  ...profiles.map(({ Id: id, Name }) => ({
    subject: 'routing-profile',
    key: 'ROUTING_PROFILE' as const,
    id,
    names: { agentRoutingProfile: Name, serviceLevelSeconds: 20 },
    without: ofNoProfile,
  })),
  ...users
    .filter(({ username }) => username !== 'agent.7')
    .map(({ id, username, routingProfile, agentHierarchy }) => ({
      subject: 'agent',
      key: 'AGENT' as const,
      id,
      names: { agent: username, agentRoutingProfile: routingProfile, agentHierarchy },
      without: ofNoAgent,
    })),
];

/** What there should be of a stretch once Connect has told of all of it. */
export function expectedDocuments(truth: Truth, stretch: { from: number; to: number }) {
  const starts = Array.from(
    { length: (stretch.to - stretch.from) / 900_000 },
    (_, i) => stretch.from + i * 900_000,
  );
  return subjects.flatMap(({ subject, key, id, names, without }) =>
    starts.flatMap((from) => {
      const to = from + 900_000;
      const figures = truth.figures({ key, id, from, to, asOf: Number.POSITIVE_INFINITY });
      if (!figures) return [];
      const times = { '@timestamp': new Date(from).toISOString(), endsAt: new Date(to).toISOString() };
      const its = { instanceId, subject, subjectId: id, ...times, intervalMinutes: 15 };
      return [{ ...its, ...names, ...named(figures, without) }];
    }),
  );
}

function named(figures: Figures, without: RegExp) {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]) =>
      value === null || without.test(name) ? [] : [[fields[name], value]],
    ),
  );
}
