import type * as z from 'zod';
import type { QueueName } from '../../model/documents/connect-instance.ts';
import type { ContactRecordPart } from '../../model/documents/contact-record-part.ts';
import type { DatedKind } from '../../model/documents/kinds.ts';
import type { DocumentWrite } from '../clients/document-store.ts';
import type { About } from '../clients/erasures.ts';
import type { Dated } from '../ingest/records.ts';
import type { JoinAsk } from '../join/join-ask.ts';

/** What a record comes to. */
export type Collected = {
  readonly instanceId: string | undefined;
  /** Whom it is about, as far as erasing goes. */
  readonly about: About;
  readonly at: Date;
  /** Written once: what is there already is the same. */
  readonly documents: readonly (Dated & { readonly document: object })[];
  /** Written unless what is there is newer. */
  readonly states: readonly (DocumentWrite & { readonly replaces: { readonly asOf: number } })[];
  /** What it says of a contact: the newest such part holds. */
  readonly contacts: readonly (Dated & { readonly part: ContactRecordPart })[];
  readonly ask: JoinAsk;
};

/** Under which a record came. */
export type Circumstances = {
  readonly receivedAt: Date;
  readonly instanceId: string;
  /** Of the contacts that it mentions, those that were erased. */
  readonly erased: readonly string[];
  /** Of those that the record names by their ARN alone. */
  readonly queueName: QueueName;
};

/** One of the sources of what Amazon Connect tells, and what becomes of its records. */
export type Source<CleanRecord = unknown> = {
  /** By which its messages are known in the queue and in the bucket of failed records. */
  readonly route: string;
  readonly kind: DatedKind;
  /** Of cleaned records. */
  readonly schema: z.ZodType<CleanRecord>;
  /** Pure. `instanceId` is the deployment's own: not every record says. */
  readonly collect: (record: CleanRecord, its: Circumstances) => Collected;
  /** The contacts that a record mentions beside whom it is about. */
  readonly mentions?: (record: CleanRecord) => readonly string[];
  /** A contact is asked to be joined again after so many seconds, beside at once. */
  readonly askAgainSeconds?: number;
};
