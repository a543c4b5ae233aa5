import * as z from 'zod';
import { channelTrouble } from '../alerts/channel-trouble.ts';
import { datedKinds } from '../documents/kinds.ts';
import { metricPoll, pollers } from '../documents/metric-poll.ts';
import { collectSettings } from '../settings/collect.ts';
import { openHours } from '../settings/metrics.ts';

/** Where something is counted by: a route, a reason, a kind of document. */
const counted = z.object({
  route: z.string().optional(),
  reason: z.string().optional(),
  kind: z.string().optional(),
  count: z.number(),
});
export type Counted = z.infer<typeof counted>;

const count = z.number().nullable();
const time = z.string();

/** What is wrong with how the deployment is set up, or was lately. */
export const warningKinds = ['openIngest', 'usersNotSynced', 'unknownAgents', 'recordsSetAside'] as const;
export type WarningKind = (typeof warningKinds)[number];

export const alarm = z.object({
  /** As its section in docs/operate.md. */
  name: z.string(),
  /** What is wrong, in words. */
  description: z.string(),
  since: time,
});
export type Alarm = z.infer<typeof alarm>;

/** Messages that wait for the search service. CloudWatch has the figures after a minute or two. */
export const queueHealth = z.object({
  waiting: count,
  inWork: count,
  oldestSeconds: count,
  deadLetters: count,
});
export type QueueHealth = z.infer<typeof queueHealth>;

export const failedRecordsHealth = z.object({
  count: z.number(),
  /** Whether there are more than were counted. */
  more: z.boolean(),
  newest: z.array(
    z.object({
      at: time,
      /** In the bucket: its folder is the index, or the route, that it was for. */
      key: z.string(),
      reason: z.string().nullable(),
    }),
  ),
});
export type FailedRecordsHealth = z.infer<typeof failedRecordsHealth>;

/** What became of messages and requests, by the hours before. */
export const messagesHealth = z.object({
  hours: z.number(),
  accepted: z.array(counted),
  queued: z.array(counted),
  rejected: z.array(counted),
  failed: z.array(counted),
  setAside: z.array(counted),
});
export type MessagesHealth = z.infer<typeof messagesHealth>;

export const agentsHealth = z.object({
  /** Signed in to Connect and not Offline. */
  online: count,
  /** For how long nothing came although somebody was; 0 while nobody is. */
  silenceSeconds: count,
  /** When that was looked at. */
  at: time.nullable(),
});
export type AgentsHealth = z.infer<typeof agentsHealth>;

export const dataHealth = z.object({
  /** When the newest message of each kind came; null where none of the last week is stored. */
  newest: z.array(z.object({ kind: z.enum(datedKinds), at: time.nullable() })),
  /** Of the last day, most agents first. */
  pageVersions: z.array(z.object({ version: z.string(), agents: z.number(), newest: time })),
  users: z.number(),
});
export type DataHealth = z.infer<typeof dataHealth>;

export const searchHealth = z.object({
  status: z.enum(['green', 'yellow', 'red']),
  nodes: z.number(),
  totalBytes: z.number(),
  freeBytes: z.number(),
  indices: z.array(
    z.object({
      kind: z.string(),
      count: z.number(),
      oldest: z.string(),
      newest: z.string(),
      documents: z.number(),
      bytes: z.number(),
    }),
  ),
});
export type SearchHealth = z.infer<typeof searchHealth>;

/** Whether alerts about calls can be told. */
export const alertingHealth = z.object({
  /** When it was last looked; null where it never was. */
  at: time.nullable(),
  troubles: z.array(channelTrouble),
});
export type AlertingHealth = z.infer<typeof alertingHealth>;

/** What is polled of what Amazon Connect counts. */
export const metricsHealth = z.object({
  /** In whose clocks the business hours are. */
  zone: z.string(),
  /** Outside them nothing is polled; null where it always is. */
  businessHours: z.array(openHours).nullable(),
  isOpen: z.boolean(),
  pollers: z.array(
    z.object({
      poller: z.enum(pollers),
      on: z.boolean(),
      schedule: z.string(),
      /** Its last run; null where there was none. */
      last: metricPoll.nullable(),
    }),
  ),
});
export type MetricsHealth = z.infer<typeof metricsHealth>;

/** Answer of `GET /query/health`. A part is null where it could not be found out, and so is a figure that is not known. */
export const health = z.object({
  at: time,
  warnings: z.array(z.object({ kind: z.enum(warningKinds), count: z.number().optional() })),
  alarms: z.array(alarm).nullable(),
  queue: queueHealth.nullable(),
  failedRecords: failedRecordsHealth.nullable(),
  messages: messagesHealth.nullable(),
  agents: agentsHealth.nullable(),
  alerting: alertingHealth.nullable(),
  data: dataHealth.nullable(),
  search: searchHealth.nullable(),
  metrics: metricsHealth.nullable(),
  /** What the deployment collects of what Amazon Connect tells, as its admin chose. */
  collect: collectSettings,
});
export type Health = z.infer<typeof health>;
