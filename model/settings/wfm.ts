import * as z from 'zod';
import { timeZone } from '../query/range.ts';
import { sftpSettings } from './sftp.ts';

/** What the files for workforce management are made by, and where they go: docs/wfm.md. Only what differs need be given. */
export const wfmSettings = z.strictObject({
  /** Whose days the files are, and whose clocks their intervals show. */
  zone: timeZone.default('UTC'),
  /** Who waited less than this many seconds was within the service level, in every queue. */
  serviceLevelSeconds: z.number().int().min(1).max(3600).default(20),
  /** Who gave up after less than this many seconds is a short call. */
  shortCallSeconds: z.number().int().min(0).max(3600).default(5),
  /** Where files are sent; left out, nowhere. */
  sftp: sftpSettings.optional(),
  /** Which files are sent. */
  outputs: z
    .strictObject({
      contacts: z.boolean().default(true),
      queueStatistics: z.boolean().default(true),
      agentQueueStatistics: z.boolean().default(true),
      agentPerformance: z.boolean().default(true),
      /** Reports of Amazon Connect's, as they are. */
      agentReports: z.boolean().default(true),
    })
    .prefault({}),
  /** How often files are sent, in minutes: not more often than intervals end. */
  everyMinutes: z.number().int().min(15).max(1440).default(30),
  /** After how many failed tries an alarm tells. */
  tries: z.number().int().min(1).max(1000).default(10),
  /** How long records wait and reports are kept in the bucket, in days. */
  keepDays: z.number().int().min(1).max(365).default(30),
  /** Who puts contact records into the bucket: the collector of the stream, or a delivery stream of one's own. */
  recordsFrom: z.enum(['collector', 'firehose']).default('collector'),
});
export type WfmDelivery = z.infer<typeof wfmSettings>;
/** What figures depend on. */
export type WfmSettings = Pick<WfmDelivery, 'zone' | 'serviceLevelSeconds' | 'shortCallSeconds'>;
