import type * as z from 'zod';
import type { Dimensions } from '../../model/documents/dimensions.ts';
import type { DatedKind } from '../../model/documents/kinds.ts';
import type { Envelope } from '../../model/messages/envelope.ts';
import type { Retention } from '../../model/settings/retention.ts';
import type { About } from '../clients/erasures.ts';
import type { Config } from '../config.ts';
import type { MessageContext } from '../enrich/message-context.ts';
import type { DatedRecords } from './records.ts';

/** What a message is stored with beside itself. */
export type Enrichment = { readonly context: MessageContext; readonly dimensions: Dimensions };

/** The settings that decide what is stored, and what a document looks like. */
export type StorageConfig = Pick<Config, 'instanceId' | 'limits'> & Retention & AllowedText;

/** Which text the deployment lets in. Usually agents' words, and no logs. */
export type AllowedText = Partial<Pick<Config, 'problemWords' | 'callLogs'>>;

/** One of the messages that the agents' page sends, and what becomes of it. */
export type MessageKind<Message extends Envelope> = {
  /** The path without its slash. */
  readonly route: string;
  /** What it comes to. */
  readonly kinds: readonly DatedKind[];
  readonly schema: z.ZodType<Message>;
  /** Without what the deployment's settings do not let in; absent where they let in all of it. */
  readonly allowed?: (message: Message, text: AllowedText) => Message;
  /** Without anything that could be a credential: as it may be kept. */
  readonly clean: (message: Message) => Message;
  /** Whose it is, and when what it is about began by the page's clock. */
  readonly about: (message: Message) => About;
  /** Throws KnownError `invalid` with the path of each implausible time. */
  readonly check: (message: Message, receivedAt: Date, retentionDays: number) => void;
  /** Pure: the same message, context and dimensions give the same records. */
  readonly records: (message: Message, enrichment: Enrichment, config: StorageConfig) => DatedRecords;
  /**
   * Whether its contact's document must be put together again when it is stored. Most windows need not: the record comes
   * after them.
   *
   * @param storedAt when it is stored, by the page's clock, in epoch milliseconds
   */
  readonly completes: (message: Message, storedAt: number) => boolean;
  /** How many things of the page's are in it. */
  readonly size: (message: Message) => number;
};
