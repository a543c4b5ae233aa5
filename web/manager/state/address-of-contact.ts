import { addressOf } from './use-view.ts';
import type { View } from './view.ts';

/** The address of one contact's page; the view goes along, so that the way back leads to the same list. */
export function addressOfContact(contactId: string, view: View): string {
  return addressOf(`/contacts/${encodeURIComponent(contactId)}`, view);
}
