import * as z from 'zod';
import { contactRecordPart } from '../documents/contact-record-part.ts';
import type { WfmFile } from '../wfm/files.ts';
import type { WfmHour } from '../wfm/hour.ts';
import type { Stretch } from '../wfm/interval.ts';
import type { SentFile } from '../wfm/sent-file.ts';

/** What is looked at of a contact's document. */
export const recordedContact = contactRecordPart
  .pick({
    contactId: true,
    updatedAt: true,
    receivedAt: true,
    agent: true,
    contactQueue: true,
    contactQueueArn: true,
    channel: true,
    initiationMethod: true,
    initiatedAt: true,
    enqueuedAt: true,
  })
  .extend({
    /** Of an empty list the search service gives nothing where only a field of its members is asked for. */
    calls: z.array(z.object({ agent: z.string() })).default([]),
    agentPhoneType: z.string().optional(),
    expectsStatistics: z.boolean().optional(),
    hasStatistics: z.boolean(),
  });
export type RecordedContact = z.infer<typeof recordedContact>;

/** What is looked at of a call that a softphone had. */
export const seenCall = z.object({
  contactId: z.string(),
  agent: z.string(),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  contactQueue: z.string().optional(),
  contactQueueArn: z.string().optional(),
});
export type SeenCall = z.infer<typeof seenCall>;

/** A contact's record that could not be stored; what of it could not be read is absent. */
export type SetAsideRecord = {
  readonly key: string;
  readonly reason: string;
  readonly contactId?: string;
  readonly initiatedAt?: string;
  readonly enqueuedAt?: string;
  readonly queueArn?: string;
  readonly queue?: string;
};

/** How many contacts came into a queue in an interval, as Amazon Connect counts. */
export type QueueCount = {
  readonly queueArn?: string;
  readonly queue?: string;
  readonly from: number;
  readonly to: number;
  readonly contacts: number;
};

/** Everything that is compared. */
export type DaySources = {
  /** Those that began, or came into a queue, in the day, and those of its calls; more do no harm. */
  readonly contacts: readonly RecordedContact[];
  /** Of the day, or not to be told. */
  readonly setAside: readonly SetAsideRecord[];
  /** Those that began in the day. */
  readonly calls: readonly SeenCall[];
  /** Absent where the deployment sends none. */
  readonly sent?: {
    /** The kinds of files that are sent. */
    readonly kinds: readonly WfmFile[];
    /** Of the day, those that should have been sent. */
    readonly hours: readonly WfmHour[];
    /** What was sent of the day; each as it was sent last. */
    readonly files: readonly SentFile[];
  };
  /** Absent where the deployment does not ask Amazon Connect for them. */
  readonly counted?: readonly QueueCount[];
};

/** By what it is compared. */
export type Terms = {
  readonly day: Stretch;
  /** In epoch milliseconds. */
  readonly now: number;
  /** By name or ARN: only of these are contacts collected; absent, of all. */
  readonly queues?: readonly string[];
};
