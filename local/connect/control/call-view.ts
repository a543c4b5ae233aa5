import type { Calls } from '../calls/calls.ts';
import type { Contact } from '../calls/contact.ts';
import type { Contacts } from '../calls/contacts.ts';

/** What the control calls say of a contact; the counts are of RTP packets, of where it rang last. */
export function callView(contact: Contact, { contacts, calls }: { contacts: Contacts; calls: Calls }) {
  const { contactId, queue, initiationMethod } = contact.spec;
  const its = { contactId, initiationMethod, ...(queue && { queue: queue.name }) };
  if (contacts.isWaiting(contact)) return { ...its, state: 'queued' };
  const call = calls.find(contactId);
  if (!call) return { ...its, state: contact.ended ? 'ended' : 'outside' };
  return {
    ...its,
    state: call.state,
    agent: call.spec.agent.username,
    ...call.relay.counts,
    network: call.relay.network,
    customerSilent: call.customerSilent,
  };
}
