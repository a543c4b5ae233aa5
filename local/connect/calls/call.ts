import type { Agent, Named } from '../../organisation.ts';
import { ChangeSignal } from '../agents/change-signal.ts';
import type { Network } from '../relay/network.ts';
import type { Relay } from '../relay/relay.ts';
import { Connection } from './connection.ts';
import type { Contact, DisconnectReason } from './contact.ts';
import type { MediaConfig } from './media-config.ts';

/** The contact states that a voice contact of the simulator can have (Streams' `ContactStateType`); a callback is `incoming`. */
export type ContactState = RingingState | 'connected' | 'ended' | 'missed' | 'rejected' | 'error';
type RingingState = 'connecting' | 'incoming';

/** A fault that is asked for when the call is made; the page meets it the way it would in the field. */
export type CallFault = 'ice' | 'handshake' | 'microphone';

export interface CallSpec {
  readonly contact: Contact;
  readonly agent: Agent;
  readonly queue: Named;
  readonly autoAccept: boolean;
  /** false: the contact is gone at once when it ends, without an `ended` state. */
  readonly afterContactWork: boolean;
  readonly fault?: CallFault;
  readonly media: MediaConfig;
  readonly network: Network;
}

export interface CallTimes {
  readonly rung: Date;
  connected?: Date;
  disconnected?: Date;
  afterContactWorkEnded?: Date;
}

const FINAL_STATES: ReadonlySet<ContactState> = new Set(['ended', 'missed', 'rejected', 'error']);

/** One voice contact at one agent, from its ringing to the end of the after-call work. */
export class Call {
  readonly spec: CallSpec;
  readonly relay: Relay;
  readonly times: CallTimes;
  readonly agentConnection: Connection;
  readonly customerConnection: Connection;
  /** Raised when the customer falls silent or speaks again. */
  readonly customerChanges = new ChangeSignal();
  #customerSilent = false;
  #state: ContactState;
  #since: Date;
  disconnectReason: DisconnectReason | undefined;

  constructor(spec: CallSpec, relay: Relay, now: Date) {
    this.spec = spec;
    this.relay = relay;
    this.#since = now;
    this.#state = spec.contact.spec.initiationMethod === 'CALLBACK' ? 'incoming' : 'connecting';
    this.times = { rung: now };
    this.agentConnection = new Connection('connecting', now);
    this.customerConnection = new Connection('connected', now);
    relay.apply(spec.network);
  }

  get contact(): Contact {
    return this.spec.contact;
  }

  get contactId(): string {
    return this.contact.contactId;
  }

  get state(): ContactState {
    return this.#state;
  }

  get since(): Date {
    return this.#since;
  }

  get isOver(): boolean {
    return FINAL_STATES.has(this.#state);
  }

  get isRinging(): boolean {
    return this.#state === 'connecting' || this.#state === 'incoming';
  }

  /** The agent did not take it: the customer is still there. */
  get isUnanswered(): boolean {
    return this.#state === 'missed' || this.#state === 'rejected';
  }

  get customerSilent(): boolean {
    return this.#customerSilent;
  }

  set customerSilent(silent: boolean) {
    this.#customerSilent = silent;
    this.customerChanges.raise();
  }

  connect(now: Date): void {
    this.#become('connected', now);
    this.times.connected = now;
    this.agentConnection.become('connected', now);
  }

  end(state: ContactState, reason: DisconnectReason, now: Date): void {
    this.#become(state, now);
    this.times.disconnected = now;
    this.disconnectReason = reason;
    this.agentConnection.become('disconnected', now);
    this.customerConnection.become('disconnected', now);
    this.customerChanges.raise();
  }

  #become(state: ContactState, now: Date): void {
    this.#state = state;
    this.#since = now;
  }
}
