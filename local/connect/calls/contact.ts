import type { Named } from '../../organisation.ts';

/** How a contact came to be; documented in "Contact records data model", InitiationMethod. */
export type InitiationMethod = 'INBOUND' | 'TRANSFER' | 'CALLBACK' | 'EXTERNAL_OUTBOUND';

/** Documented in "Contact records data model", DisconnectReason. */
export type DisconnectReason =
  | 'CUSTOMER_DISCONNECT'
  | 'AGENT_DISCONNECT'
  | 'CONTACT_FLOW_DISCONNECT'
  | 'TELECOM_PROBLEM';

export interface ContactSpec {
  readonly contactId: string;
  readonly initiationMethod: InitiationMethod;
  /** Absent of a contact with somebody outside. */
  readonly queue?: Named;
  /** Of the customer, or of whoever outside it was handed on to. */
  readonly phoneNumber: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** It waits in its queue until somebody rings an agent, and again when that agent does not answer. */
  readonly waits: boolean;
  /** The flow looks the customer up, and goes on by its error branch. */
  readonly lookupFails: boolean;
  /** The first contact of the chain, and the one that this came from. */
  readonly initialContactId?: string;
  readonly previousContactId?: string;
}

/** What a customer has with the contact centre, whoever is rung for it, until it is handed on or over. */
export class Contact {
  readonly spec: ContactSpec;
  readonly initiated: Date;
  /** How often it rang at an agent. */
  attempts = 0;
  /** The transfer, or the callback, that went on from it. */
  nextContactId: string | undefined;
  transferred: { readonly at: Date; readonly toNumber: string | undefined } | undefined;
  ended: { readonly at: Date; readonly reason: DisconnectReason } | undefined;

  constructor(spec: ContactSpec, now: Date) {
    this.spec = spec;
    this.initiated = now;
  }

  get contactId(): string {
    return this.spec.contactId;
  }
}
