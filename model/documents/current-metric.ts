import * as z from 'zod';
import { compact } from './compact.ts';
import { date, decimal, dimensionsMapping, integer, keyword, type Properties } from './mapping.ts';

/**
 * What Amazon Connect counts of a queue and channel → our field. Names as in its API Reference, GetCurrentMetricData;
 * meanings in its Administrator Guide, "Metric definitions". Seconds where the field says so, else counts.
 */
export const currentMetrics = {
  CONTACTS_IN_QUEUE: 'contactsInQueue',
  /** Callbacks that are put off. */
  CONTACTS_SCHEDULED: 'contactsScheduled',
  /** How long whoever waits longest has waited. */
  OLDEST_CONTACT_AGE: 'oldestContactSeconds',
  ESTIMATED_WAIT_TIME: 'estimatedWaitSeconds',
  /** In any status but Offline; an agent of several queues counts in each. */
  AGENTS_ONLINE: 'agentsOnline',
  /** Those of them who are in no status of the centre's own. */
  AGENTS_STAFFED: 'agentsStaffed',
  /** Who can be routed a contact. */
  AGENTS_AVAILABLE: 'agentsAvailable',
  AGENTS_ON_CONTACT: 'agentsOnContact',
  /** Contacts, in spite of its name: those in after-contact work. */
  AGENTS_AFTER_CONTACT_WORK: 'contactsInAfterContactWork',
  /** In a status of the centre's own, as a break. */
  AGENTS_NON_PRODUCTIVE: 'agentsNonProductive',
  AGENTS_ERROR: 'agentsInError',
  SLOTS_ACTIVE: 'slotsActive',
  SLOTS_AVAILABLE: 'slotsAvailable',
} as const;
export type CurrentMetricName = keyof typeof currentMetrics;
type CurrentFigure = (typeof currentMetrics)[CurrentMetricName];

/** Absent where Connect gives none: no estimate of a wait, nobody who waits longest. */
export type CurrentFigures = { readonly [Figure in CurrentFigure]?: number | undefined };

const figures = Object.values(currentMetrics);

const snapshot = z.object({
  instanceId: z.string(),
  /** When Connect took the figures: its own clock. */
  '@timestamp': z.string(),
  receivedAt: z.string(),
});

/** How a queue stands in one channel at a moment: `connect-current-metrics-*`, `subject: queue`. */
const queueNow = snapshot.extend({
  subject: z.literal('queue'),
  contactQueue: z.string().optional(),
  contactQueueArn: z.string(),
  /** VOICE, CHAT or TASK. */
  channel: z.string(),
  ...(Object.fromEntries(figures.map((figure) => [figure, z.number().optional()])) as Record<
    CurrentFigure,
    z.ZodOptional<z.ZodNumber>
  >),
});

/**
 * How many agents of a routing profile are in a status at a moment: the same index, `subject: agent-status`. Of single
 * agents nothing: what each does is in `connect-agent-states`, newer than whoever polls can have it.
 */
const statusNow = snapshot.extend({
  subject: z.literal('agent-status'),
  agentRoutingProfile: z.string(),
  /** By its name: Available, Lunch … */
  agentStatus: z.string(),
  agents: z.number(),
  /** Those of them who have a contact at hand, be it in after-contact work. */
  agentsWithContacts: z.number(),
});

export const currentMetricDocument = z.discriminatedUnion('subject', [queueNow, statusNow]);
export type CurrentMetricDocument = z.infer<typeof currentMetricDocument>;
export type QueueNow = z.infer<typeof queueNow>;

const seconds: readonly CurrentFigure[] = ['oldestContactSeconds', 'estimatedWaitSeconds'];
const { instanceId = {}, agentRoutingProfile = {} } = dimensionsMapping;

export const currentMetricMapping: Properties = {
  instanceId,
  '@timestamp': date,
  receivedAt: date,
  subject: keyword,
  contactQueue: keyword,
  contactQueueArn: keyword,
  channel: keyword,
  ...Object.fromEntries(figures.map((figure) => [figure, seconds.includes(figure) ? decimal : integer])),
  agentRoutingProfile,
  agentStatus: keyword,
  agents: integer,
  agentsWithContacts: integer,
};

/** The document of a queue's figures; pure. */
export function makeQueueNow(of: Omit<QueueNow, 'subject' | CurrentFigure>, its: CurrentFigures): QueueNow {
  return compact<QueueNow>({ subject: 'queue', ...of, ...its });
}

/** The parts of its id: a snapshot that is written again is there already. */
export function currentMetricIdentity(document: CurrentMetricDocument): readonly string[] {
  const { instanceId, subject, '@timestamp': at } = document;
  const whose =
    document.subject === 'queue'
      ? [document.contactQueueArn, document.channel]
      : [document.agentRoutingProfile, document.agentStatus];
  return ['current-metric', instanceId, at, subject, ...whose];
}
