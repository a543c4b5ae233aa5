import * as z from 'zod';
import { contactId } from '../messages/envelope.ts';
import { date, keyword, type Properties } from './mapping.ts';

/** Whose data are erased: a contact's, or an agent's, under the Amazon Connect user name in any case. */
export const subject = z.union([
  z.strictObject({ contact: contactId }),
  z.strictObject({ agent: z.string().trim().min(1).max(100).toLowerCase() }),
]);
export type Subject = Readonly<z.infer<typeof subject>>;

/**
 * That somebody's data were erased: `softphone-erasures`, not dated. It keeps what is still on its way (in the queue, in a page's
 * outbox) from being stored after all, without saying whose data it was: its id is a hash of the subject.
 */
export type Erasure = { readonly kind: 'contact' | 'agent'; readonly erasedAt: string };

export const erasuresIndex = 'softphone-erasures';

export const erasureMapping: Properties = { kind: keyword, erasedAt: date };

/** The parts of an erasure's id. User names are the same in whatever case; contact ids too. */
export function erasureIdentity(subject: Subject): readonly string[] {
  return 'contact' in subject
    ? ['erased', 'contact', subject.contact.toLowerCase()]
    : ['erased', 'agent', subject.agent.toLowerCase()];
}
