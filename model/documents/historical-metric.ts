import * as z from 'zod';
import { compact } from './compact.ts';
import { dimensions } from './dimensions.ts';
import { date, decimal, dimensionsMapping, integer, keyword, type Properties } from './mapping.ts';

/** Of whom Amazon Connect is asked figures by interval. */
export const metricSubjects = ['queue', 'routing-profile', 'agent'] as const;
export type MetricSubject = (typeof metricSubjects)[number];

type Metric = {
  readonly name: string;
  readonly field: string;
  readonly of: readonly MetricSubject[];
  /** Counts within the service level's threshold. */
  readonly withThreshold?: true;
};

const all = metricSubjects;
const queuesAndProfiles = ['queue', 'routing-profile'] as const;
const queuesAndAgents = ['queue', 'agent'] as const;
const agentsAndProfiles = ['routing-profile', 'agent'] as const;

/**
 * What is asked of each subject: only what it can be grouped by. Source: Amazon Connect API Reference, GetMetricDataV2,
 * `Metrics`, "Valid groupings and filters"; meanings in the Administrator Guide, "Metric definitions". Fields say their unit
 * (percent: 0 to 100), and are counts where they do not.
 */
export const historicalMetrics = [
  { name: 'CONTACTS_QUEUED', field: 'contactsQueued', of: all },
  // In the interval in which they came into the queue, as the files for workforce management count.
  { name: 'CONTACTS_QUEUED_BY_ENQUEUE', field: 'contactsQueuedByEnqueue', of: queuesAndAgents },
  { name: 'CONTACTS_HANDLED', field: 'contactsHandled', of: all },
  {
    // In the interval in which an agent took them.
    name: 'CONTACTS_HANDLED_BY_CONNECTED_TO_AGENT',
    field: 'contactsHandledByConnected',
    of: queuesAndAgents,
  },
  { name: 'CONTACTS_ABANDONED', field: 'contactsAbandoned', of: all },
  { name: 'CONTACTS_TRANSFERRED_OUT', field: 'contactsTransferredOut', of: all },
  { name: 'AGENT_NON_RESPONSE', field: 'agentNonResponses', of: all },
  { name: 'SERVICE_LEVEL', field: 'serviceLevelPercent', of: queuesAndProfiles, withThreshold: true },
  {
    name: 'SUM_CONTACTS_ANSWERED_IN_X',
    field: 'contactsAnsweredInServiceLevel',
    of: queuesAndProfiles,
    withThreshold: true,
  },
  {
    name: 'SUM_CONTACTS_ABANDONED_IN_X',
    field: 'contactsAbandonedInServiceLevel',
    of: queuesAndProfiles,
    withThreshold: true,
  },
  { name: 'MAX_QUEUED_TIME', field: 'maxQueuedSeconds', of: all },
  { name: 'AVG_QUEUE_ANSWER_TIME', field: 'avgQueueAnswerSeconds', of: queuesAndProfiles },
  { name: 'AVG_ABANDON_TIME', field: 'avgAbandonSeconds', of: all },
  { name: 'AVG_HANDLE_TIME', field: 'avgHandleSeconds', of: all },
  { name: 'SUM_HANDLE_TIME', field: 'handleSeconds', of: all },
  { name: 'SUM_INTERACTION_TIME', field: 'interactionSeconds', of: all },
  { name: 'SUM_HOLD_TIME', field: 'holdSeconds', of: all },
  { name: 'SUM_AFTER_CONTACT_WORK_TIME', field: 'afterContactWorkSeconds', of: all },
  { name: 'AGENT_OCCUPANCY', field: 'occupancyPercent', of: agentsAndProfiles },
  { name: 'SUM_ONLINE_TIME_AGENT', field: 'onlineSeconds', of: agentsAndProfiles },
  { name: 'SUM_IDLE_TIME_AGENT', field: 'idleSeconds', of: agentsAndProfiles },
  { name: 'SUM_NON_PRODUCTIVE_TIME_AGENT', field: 'nonProductiveSeconds', of: agentsAndProfiles },
  { name: 'SUM_CONTACT_TIME_AGENT', field: 'onContactSeconds', of: agentsAndProfiles },
  { name: 'SUM_ERROR_STATUS_TIME_AGENT', field: 'errorSeconds', of: agentsAndProfiles },
] as const satisfies readonly Metric[];
export type HistoricalFigure = (typeof historicalMetrics)[number]['field'];

/** Absent where Connect gives none, as an average of nothing. */
export type HistoricalFigures = { readonly [Figure in HistoricalFigure]?: number | undefined };

const fields = historicalMetrics.map(({ field }) => field);

/** What Connect counted of a subject in an interval: `connect-historical-metrics-*`. */
export const historicalMetricDocument = z.object({
  instanceId: z.string(),
  /** When the interval begins. */
  '@timestamp': z.string(),
  /** When it ends, not included. */
  endsAt: z.string(),
  /** 15 or 30: whoever adds up keeps to one. */
  intervalMinutes: z.number(),
  /** When these figures were first read. Connect corrects them for a while: docs/metrics.md. */
  receivedAt: z.string(),
  subject: z.enum(metricSubjects),
  /** Its id in the instance. */
  subjectId: z.string(),
  /** Of a queue. */
  contactQueue: z.string().optional(),
  contactQueueArn: z.string().optional(),
  /** Of a routing profile, and of an agent what they have now. */
  agentRoutingProfile: dimensions.shape.agentRoutingProfile,
  agent: dimensions.shape.agent.optional(),
  agentHierarchy: dimensions.shape.agentHierarchy,
  /** Who waited less was within the service level; absent of agents. */
  serviceLevelSeconds: z.number().optional(),
  ...(Object.fromEntries(fields.map((field) => [field, z.number().optional()])) as Record<
    HistoricalFigure,
    z.ZodOptional<z.ZodNumber>
  >),
});
export type HistoricalMetricDocument = z.infer<typeof historicalMetricDocument>;

const { instanceId = {}, agent = {}, agentRoutingProfile = {}, agentHierarchy = {} } = dimensionsMapping;
const isCount = (field: string) => /^(contacts|agent)[A-Z]/.test(field);

export const historicalMetricMapping: Properties = {
  instanceId,
  '@timestamp': date,
  endsAt: date,
  intervalMinutes: integer,
  receivedAt: date,
  subject: keyword,
  subjectId: keyword,
  contactQueue: keyword,
  contactQueueArn: keyword,
  agentRoutingProfile,
  agent,
  agentHierarchy,
  serviceLevelSeconds: integer,
  ...Object.fromEntries(fields.map((field) => [field, isCount(field) ? integer : decimal])),
};

/** The document of a subject's figures in an interval; pure. */
export function makeHistoricalMetric(
  of: Omit<HistoricalMetricDocument, HistoricalFigure>,
  figures: HistoricalFigures,
): HistoricalMetricDocument {
  return compact<HistoricalMetricDocument>({ ...of, ...figures });
}

/** The parts of its id: what is read of the same interval again takes its place. */
export function historicalMetricIdentity(
  of: Pick<
    HistoricalMetricDocument,
    'instanceId' | 'subject' | 'subjectId' | '@timestamp' | 'intervalMinutes'
  >,
): readonly string[] {
  const { instanceId, subject, subjectId, '@timestamp': at, intervalMinutes } = of;
  return ['historical-metric', instanceId, subject, subjectId, at, String(intervalMinutes)];
}
