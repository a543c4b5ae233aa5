import * as z from 'zod';
import { wfmFiles } from './files.ts';

/** What a file that was sent is: one of those made here, or a report of Amazon Connect's that was passed on as it is. */
const sentKinds = [...wfmFiles, 'agent-report'] as const;

/**
 * What was sent by SFTP, and when: kept in the delivery bucket beside the records, because the file itself rests nowhere
 * but at its receiver. A file that is sent again replaces it.
 */
export const sentFile = z.object({
  /** Its name at the receiver. */
  file: z.string().min(1),
  kind: z.enum(sentKinds),
  /** When it was there, whole. */
  sentAt: z.iso.datetime(),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Without the first line. */
  rows: z.number().int().min(0),
  /** Of a file of contacts: which, and as of when. */
  contacts: z
    .array(z.object({ contactId: z.string(), lastUpdateTimestamp: z.iso.datetime() }))
    .readonly()
    .optional(),
});
export type SentFile = z.infer<typeof sentFile>;

/**
 * Under which key of the delivery bucket it is told what was sent.
 *
 * @param day that the file is about, as `2026-03-29`, in the zone of the settings; of a report, on which it was written
 */
export function sentKey(day: string, file: string): string {
  return `${sentFolder(day)}${file}.json`;
}

/** How the keys of all of a day's files begin. */
export function sentFolder(day: string): string {
  return `sent/${day}/`;
}
