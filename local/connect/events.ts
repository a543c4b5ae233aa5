import type { AgentSession } from './agents/agent-session.ts';
import type { AgentState } from './agents/agent-state.ts';
import type { Call } from './calls/call.ts';
import type { Contact } from './calls/contact.ts';

/** What happens in the contact centre, for those who report it elsewhere. */
export interface ConnectListener {
  signedIn?(session: AgentSession): void;
  signedOut?(session: AgentSession): void;
  stateChanged?(session: AgentSession, before: AgentState): void;
  /** The contact that the agent sees changed its state. */
  contactChanged?(session: AgentSession, call: Call): void;
  /** After-call work included: nothing more happens to this contact at this agent. */
  callFinished?(session: AgentSession, call: Call): void;
  /** Nothing more happens to this contact at all; with where it rang last. */
  contactEnded?(contact: Contact, call: Call | undefined): void;
}

/** Tells every listener, in the order they came. */
export class ConnectEvents implements Required<ConnectListener> {
  readonly #listeners: ConnectListener[] = [];

  add(listener: ConnectListener): void {
    this.#listeners.push(listener);
  }

  signedIn(session: AgentSession): void {
    for (const listener of this.#listeners) listener.signedIn?.(session);
  }

  signedOut(session: AgentSession): void {
    for (const listener of this.#listeners) listener.signedOut?.(session);
  }

  stateChanged(session: AgentSession, before: AgentState): void {
    for (const listener of this.#listeners) listener.stateChanged?.(session, before);
  }

  contactChanged(session: AgentSession, call: Call): void {
    for (const listener of this.#listeners) listener.contactChanged?.(session, call);
  }

  callFinished(session: AgentSession, call: Call): void {
    for (const listener of this.#listeners) listener.callFinished?.(session, call);
  }

  contactEnded(contact: Contact, call: Call | undefined): void {
    for (const listener of this.#listeners) listener.contactEnded?.(contact, call);
  }
}
