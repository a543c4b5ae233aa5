import * as z from 'zod';
import { contactDocument } from '../documents/contact.ts';
import { contactCall } from '../documents/contact-call.ts';
import { contactFlowStep } from '../documents/contact-flow.ts';
import { contactState } from '../documents/contact-states.ts';
import { dimensions } from '../documents/dimensions.ts';
import { streamWindowDocument } from '../documents/stream-window.ts';
import { ratings } from '../quality/rating.ts';
import { finding } from '../verdict/verdict.ts';
import { dimensionsOfContacts } from './dimension.ts';
import { byDimension, cursorText, flag, sortValue, values } from './filters.ts';
import { rangeFields, rangeIsUsable, unusableRange } from './range.ts';

/** By what the list of contacts can be sorted: the name in a query string → the field. */
export const contactSortFields = {
  initiatedAt: '@timestamp',
  queueSeconds: 'queueSeconds',
  talkSeconds: 'talkSeconds',
  holdSeconds: 'holdSeconds',
  mos: 'softphone.mos.avg',
  poorPercent: 'softphone.poorPercent',
  agentScore: 'nativeQuality.agent.score',
} as const;
export type ContactSortField = keyof typeof contactSortFields;

/** Where a page of the list ended: the sort values of its last contact. */
export const contactCursor = z.tuple([sortValue, z.string().max(64)]);
type ContactCursor = z.infer<typeof contactCursor>;

const byThoseOfContacts = byDimension.pick(
  Object.fromEntries(dimensionsOfContacts.map((dimension) => [dimension, true])) as Record<
    (typeof dimensionsOfContacts)[number],
    true
  >,
);

/** What narrows contacts beside the dimensions: the name in a query string → the field. */
export const contactFilterFields = {
  channel: 'channel',
  initiationMethod: 'initiationMethod',
  disconnectReason: 'disconnectReason',
  disconnectIssue: 'potentialDisconnectIssue',
  verdict: 'verdict.fault',
  rating: 'softphone.rating',
} as const;

/** `GET /query/contacts`. Strict: a filter that is misspelt must not quietly show everything. */
export const contactsQuery = byThoseOfContacts
  .extend({
    ...rangeFields,
    channel: values,
    initiationMethod: values,
    disconnectReason: values,
    /** Connect's own `PotentialDisconnectIssue`. */
    disconnectIssue: values,
    /** Whose fault a poor contact is; an empty one stands for contacts that were not judged. */
    verdict: values,
    /** The worst of the contact's calls. */
    rating: z.array(z.enum(ratings)).max(ratings.length).optional(),
    /** True: should have statistics of a softphone, and has none. */
    lacksStatistics: flag,
    /** The beginning of a contact id or of an agent's user name. */
    search: z.string().max(100).trim().optional(),
    sort: z
      .enum(Object.keys(contactSortFields) as [ContactSortField, ...ContactSortField[]])
      .default('initiatedAt'),
    order: z.enum(['asc', 'desc']).default('desc'),
    after: cursorText(contactCursor, 'contact-cursor').optional(),
    size: z.coerce.number().int().min(1).max(100).default(25),
  })
  .strict()
  .refine(rangeIsUsable, unusableRange)
  .refine(cursorFits, { message: 'a cursor of a list that was sorted otherwise', path: ['after'] });
export type ContactsQuery = z.infer<typeof contactsQuery>;

/** The search engine refuses a time with a fraction, or one infinitely far away. */
function cursorFits({ sort, after }: { sort: ContactSortField; after?: ContactCursor | undefined }): boolean {
  return !after || sort !== 'initiatedAt' || Number.isSafeInteger(after[0]);
}

/** What is told of a verdict; the rest of it is for whoever looks at one contact. */
const verdictTold = z.object({ fault: z.string(), rule: z.string() });

/** What a list shows of a contact. */
export const contactRow = contactDocument
  .pick({
    '@timestamp': true,
    contactId: true,
    agent: true,
    agentRoutingProfile: true,
    agentHierarchy: true,
    site: true,
    siteAssumedFrom: true,
    contactQueue: true,
    channel: true,
    subtype: true,
    initiationMethod: true,
    initiatedAt: true,
    connectedToAgentAt: true,
    disconnectedAt: true,
    disconnectReason: true,
    potentialDisconnectIssue: true,
    queueSeconds: true,
    talkSeconds: true,
    holds: true,
    holdSeconds: true,
    afterContactWorkSeconds: true,
    transfer: true,
    nativeQuality: true,
    softphone: true,
    agentPhoneType: true,
    expectsStatistics: true,
  })
  .extend({
    /** Absent for the moment until the contact is put together for the first time. */
    hasStatistics: z.boolean().optional(),
    verdict: verdictTold.optional(),
  });
export type ContactRow = z.infer<typeof contactRow>;

/** The fields of a document that rows of some keys are read from. */
export function fieldsOfRows(keys: readonly string[]): readonly string[] {
  const ofVerdict = Object.keys(verdictTold.shape).map((key) => `verdict.${key}`);
  return keys.flatMap((key) => (key === 'verdict' ? ofVerdict : key));
}

/** Answer of `GET /query/contacts`. */
export const contactList = z.object({
  total: z.number(),
  contacts: z.array(contactRow),
  /** Ask with this as `after` for what comes next; null where nothing does. */
  next: contactCursor.nullable(),
});
export type ContactList = z.infer<typeof contactList>;

/** `GET /query/contacts/{contactId}` takes nothing. */
export const contactQuery = z.object({}).strict();

/** A verdict with what it rests on: see model/verdict/verdict.ts. */
const verdictWhole = verdictTold.extend({
  /** Whose call of the contact was judged. */
  agent: z.string().optional(),
  because: z.array(z.string()).default([]),
  restsOn: z.array(finding).default([]),
  against: z.array(finding).default([]),
  judgedAt: z.string().optional(),
});
export type ContactVerdict = z.infer<typeof verdictWhole>;

/** How half a minute of one direction sounded. */
export const contactWindow = streamWindowDocument
  .pick({ softphoneStreamType: true, startedAt: true, windowSeconds: true, rating: true })
  .extend({ agent: dimensions.shape.agent });

/** All that is stored of a contact. */
const contactDetail = contactDocument.extend({
  // For the moment until the contact is put together there is its record alone.
  calls: z.array(contactCall).default([]),
  flow: z.array(contactFlowStep).default([]),
  states: z.array(contactState).default([]),
  hasStatistics: z.boolean().optional(),
  joinedAt: z.string().optional(),
  verdict: verdictWhole.optional(),
  /** There is a verdict, on the call of an agent whom the manager's view does not show. */
  verdictOfOther: z.literal(true).optional(),
});

/** Answer of `GET /query/contacts/{contactId}`. */
export const contactAnswer = z.object({
  contact: contactDetail,
  /** The contacts before and after it: transfers, callbacks, consultations; the earliest first. */
  related: z.array(contactRow),
  /** Of its calls, in the order of time. */
  windows: z.array(contactWindow),
  /** True where the contact has more windows than one answer holds. */
  windowsCut: z.boolean(),
});
export type ContactAnswer = z.infer<typeof contactAnswer>;
