import * as z from 'zod';
import { timeZone } from '../query/range.ts';

/** What the files for workforce management are made by: docs/wfm.md. Only what differs need be given. */
export const wfmSettings = z.strictObject({
  /** Whose days the files are, and whose clocks their intervals show. */
  zone: timeZone.default('UTC'),
  /** Who waited less than this many seconds was within the service level, in every queue. */
  serviceLevelSeconds: z.number().int().min(1).max(3600).default(20),
  /** Who gave up after less than this many seconds is a short call. */
  shortCallSeconds: z.number().int().min(0).max(3600).default(5),
});
export type WfmSettings = z.infer<typeof wfmSettings>;
