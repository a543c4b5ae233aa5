import * as z from 'zod';

/** In what the records of a day, the files sent, what Amazon Connect counted and our documents can differ. */
export const differenceKinds = [
  /** A record that came and could not be stored. */
  'recordSetAside',
  /** A softphone had a call of a contact of which there is no record. */
  'callWithoutRecord',
  /** A call and its contact's record, of which the contact's document does not say the one. */
  'callNotJoined',
  /** A contact that should have statistics of the softphone, and has none. */
  'withoutStatistics',
  /** Amazon Connect counted more contacts in a queue and interval than there are records. */
  'countedWithoutRecord',
  /** It counted fewer. */
  'recordNotCounted',
  /** An interval with contacts of which no figures of Amazon Connect are there. */
  'notPolled',
  /** A file of the day that has not been sent. */
  'fileNotSent',
  /** A file without the contacts' ids that was sent before a record of its day came. */
  'fileOutdated',
  /** A contact that is in no file that was sent. */
  'contactNotSent',
  /** A contact that was sent as it was before its record's last update. */
  'contactOutdated',
  /** A contact that is in a file twice. */
  'contactTwice',
  /** A contact that was sent, of which there is no record. */
  'sentWithoutRecord',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** Why, as far as it can be told. */
export const differenceReasons = [
  /** Its record is in the bucket of failed records. */
  'setAside',
  /** The queue is not among those that the settings collect. */
  'otherQueue',
  /** It is too early to say: Connect sends a record after after-contact work, and files follow on a schedule. */
  'notYet',
  /** No record came. */
  'notReceived',
  /** Nothing of the like is there, and nothing says why. */
  'unexplained',
  /** What came after the file was sent is in the next one. */
  'cameLater',
  /** It was there when the file was made, and is not in it. */
  'leftOut',
  /** Erased, or older than the retention. */
  'notKept',
  /** Its agent works outside of the monitored page, or the statistics could not be sent. */
  'noPage',
] as const;
export type DifferenceReason = (typeof differenceReasons)[number];

/** One difference, of a contact, of a queue in an interval, of an interval or of a file. */
export const difference = z.object({
  kind: z.enum(differenceKinds),
  reason: z.enum(differenceReasons),
  contactId: z.string().optional(),
  /** When the contact began, or its call, or the interval; UTC. */
  at: z.string().optional(),
  /** When the interval ends. */
  until: z.string().optional(),
  /** By its name, or its ARN where that is not known. */
  queue: z.string().optional(),
  agent: z.string().optional(),
  /** As it was sent; of one that was not, how its name begins. */
  file: z.string().optional(),
  /** How many contacts it is about; 1 where it names one. */
  contacts: z.number(),
  /** How many came into the queue in the interval by their records, */
  records: z.number().optional(),
  /** and as Amazon Connect counted. */
  counted: z.number().optional(),
  /** What was said when the record was set aside, or where it lies. */
  detail: z.string().optional(),
});
export type Difference = z.infer<typeof difference>;
