import type * as z from 'zod';
import { contactRecordPart } from '../documents/contact-record-part.ts';

/** What the files need of a contact: nothing about the customer. */
export const wfmContact = contactRecordPart.pick({
  contactId: true,
  updatedAt: true,
  agent: true,
  agentArn: true,
  contactQueue: true,
  contactQueueArn: true,
  channel: true,
  initiationMethod: true,
  initiatedAt: true,
  enqueuedAt: true,
  queueSeconds: true,
  connectedToAgentAt: true,
  talkSeconds: true,
  holdSeconds: true,
  afterContactWorkSeconds: true,
  disconnectedAt: true,
  disconnectReason: true,
  transfer: true,
  transferredToEndpoint: true,
});
export type WfmContact = z.infer<typeof wfmContact>;

/** Made by an agent or about another call: nobody waits in a queue, though the record may name one. */
const withoutWaiting = ['OUTBOUND', 'EXTERNAL_OUTBOUND', 'MONITOR'];

/** A contact that has waited in a queue. */
export type QueuedContact = WfmContact & {
  readonly enqueuedAt: string;
  /** Its ARN, or its name where nothing else is kept. */
  readonly queueKey: string;
};

/** Those that have waited in a queue. */
export function queuedOf(contacts: readonly WfmContact[]): readonly QueuedContact[] {
  return contacts.flatMap((contact) => {
    const { enqueuedAt, contactQueueArn, contactQueue, initiationMethod = '' } = contact;
    const queueKey = contactQueueArn ?? contactQueue;
    if (enqueuedAt === undefined || queueKey === undefined) return [];
    return withoutWaiting.includes(initiationMethod) ? [] : [{ ...contact, enqueuedAt, queueKey }];
  });
}
