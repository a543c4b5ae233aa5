import * as z from 'zod';
import { difference, differenceKinds } from '../reconcile/difference.ts';

/** `GET /query/reconciliation`: a day in the time zone of the files for workforce management. */
export const reconciliationQuery = z.object({ day: z.iso.date() }).strict();

const count = z.number();

/** Answer of `GET /query/reconciliation`: what the sources of a day say of its contacts, and where they differ. */
export const reconciliation = z.object({
  day: z.string(),
  zone: z.string(),
  /** When the day begins and ends. */
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** When it was looked. */
  at: z.iso.datetime(),
  /** Of contacts; null of a source that is not there. */
  counts: z.object({
    records: count,
    queued: count,
    /** Null where there are no figures of Amazon Connect of that day. */
    counted: count.nullable(),
    /** Null where the deployment sends no files. */
    sent: count.nullable(),
    called: count,
    deskPhones: count,
    setAside: count,
  }),
  /** How many differences there are of each kind that there is. */
  totals: z.array(z.object({ kind: z.enum(differenceKinds), total: count })),
  /** Of each kind the first. */
  differences: z.array(difference),
  /** Whether there are more records in the bucket of failed records than could be looked at. */
  moreSetAside: z.boolean(),
});
export type Reconciliation = z.infer<typeof reconciliation>;
