import type { AgentSession } from '../agents/agent-session.ts';
import type { ConnectEvents } from '../events.ts';
import { Refusal } from '../problem.ts';
import type { Call, CallSpec } from './call.ts';
import type { Calls } from './calls.ts';
import type { Contact, DisconnectReason } from './contact.ts';

const REMEMBERED_CONTACTS = 500;

/**
 * Moves customers from queue to agent, on to the next one, and out. Sources: Administrator Guide, "Identify conferences and transfers
 * by using contact records" and the example of a queued callback.
 */
export class Contacts {
  readonly #events: ConnectEvents;
  readonly #calls: Calls;
  readonly #contacts = new Map<string, Contact>();

  constructor(events: ConnectEvents, calls: Calls) {
    this.#events = events;
    this.#calls = calls;
    events.add({ callFinished: (_, call) => this.#finished(call) });
  }

  /** Those that are not over, and the latest that are. */
  get all(): Contact[] {
    return [...this.#contacts.values()];
  }

  /** The contact of that id; throws a Refusal 404 if there was none or it is long over. */
  get(contactId: string): Contact {
    const contact = this.#contacts.get(contactId);
    if (contact) return contact;
    throw new Refusal(404, `There is no call ${contactId}: the id is in the answer of POST /calls`);
  }

  add(contact: Contact): void {
    this.#contacts.set(contact.contactId, contact);
    const oldest = this.all.find(({ ended }) => ended);
    if (this.#contacts.size > REMEMBERED_CONTACTS && oldest) this.#contacts.delete(oldest.contactId);
  }

  /** Nobody is rung for it now, and the customer is still there. */
  isWaiting({ spec, contactId, ended }: Contact): boolean {
    return spec.waits && !ended && (this.#calls.find(contactId)?.isUnanswered ?? true);
  }

  /** Rings an agent; throws a Refusal 409 if the contact does not wait for one, or the agent has a call. */
  async ring(session: AgentSession, spec: CallSpec): Promise<Call> {
    const { contact } = spec;
    const isNew = !contact.spec.waits && contact.attempts === 0;
    if (!isNew && !this.isWaiting(contact)) throw notNow(contact, 'does not wait in a queue');
    const call = await this.#calls.ring(session, spec);
    contact.attempts += 1;
    return call;
  }

  /** The customer hangs up, be it in the queue; nothing of a contact that is over. */
  hangUp(contact: Contact): void {
    const call = this.#calls.find(contact.contactId);
    if (call && !call.isUnanswered) this.#calls.hangUp(call, 'CUSTOMER_DISCONNECT');
    else this.#end(contact, 'CUSTOMER_DISCONNECT', new Date());
  }

  /** The agent hands the customer on and leaves; throws a Refusal 409 if they do not talk. */
  transfer(contact: Contact, next: Contact): void {
    const call = this.#calls.find(contact.contactId);
    if (call?.state !== 'connected') throw notNow(contact, 'is not connected to an agent');
    const isOutside = next.spec.initiationMethod === 'EXTERNAL_OUTBOUND';
    contact.transferred = { at: next.initiated, toNumber: isOutside ? next.spec.phoneNumber : undefined };
    this.#goOn(contact, next);
    this.#calls.hangUp(call, 'AGENT_DISCONNECT');
  }

  /** The customer asks the queue's flow to be called back, which then hangs up; throws a Refusal 409 if they do not wait. */
  callBack(contact: Contact, next: Contact): void {
    if (!this.isWaiting(contact)) throw notNow(contact, 'does not wait in a queue');
    this.#goOn(contact, next);
    this.#end(contact, 'CONTACT_FLOW_DISCONNECT', next.initiated);
  }

  #goOn(contact: Contact, next: Contact): void {
    contact.nextContactId = next.contactId;
    this.add(next);
  }

  #finished(call: Call): void {
    const { contact, disconnectReason = 'TELECOM_PROBLEM', times } = call;
    if (call.isUnanswered && contact.spec.waits) return;
    // Who is not rung anywhere else gives up.
    const reason = call.isUnanswered ? 'CUSTOMER_DISCONNECT' : disconnectReason;
    this.#end(contact, reason, times.disconnected ?? new Date());
  }

  #end(contact: Contact, reason: DisconnectReason, at: Date): void {
    if (contact.ended) return;
    contact.ended = { at, reason };
    this.#events.contactEnded(contact, this.#calls.find(contact.contactId));
  }
}

function notNow({ contactId }: Contact, why: string): Refusal {
  return new Refusal(409, `The contact ${contactId} ${why}`);
}
