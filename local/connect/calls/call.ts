import type { Agent, Named } from '../../organisation.ts';
import type { Network } from '../relay/network.ts';
import type { Relay } from '../relay/relay.ts';
import { Connection } from './connection.ts';
import type { MediaConfig } from './media-config.ts';

/** The contact states that a voice contact of the simulator can have (Streams' `ContactStateType`). */
export type ContactState = 'connecting' | 'connected' | 'ended' | 'missed' | 'rejected' | 'error';

/** Documented in "Contact records data model", DisconnectReason. */
export type DisconnectReason =
  | 'CUSTOMER_DISCONNECT'
  | 'AGENT_DISCONNECT'
  | 'CONTACT_FLOW_DISCONNECT'
  | 'TELECOM_PROBLEM';

/** A fault that is asked for when the call is made; the page meets it the way it would in the field. */
export type CallFault = 'ice' | 'handshake' | 'microphone';

export interface CallSpec {
  readonly contactId: string;
  readonly agent: Agent;
  readonly queue: Named;
  readonly autoAccept: boolean;
  /** false: the contact is gone at once when it ends, without an `ended` state. */
  readonly afterContactWork: boolean;
  readonly fault?: CallFault;
  readonly phoneNumber: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly media: MediaConfig;
  readonly network: Network;
}

export interface CallTimes {
  readonly initiated: Date;
  readonly queued: Date;
  rung: Date;
  connected?: Date;
  disconnected?: Date;
  afterContactWorkEnded?: Date;
}

const FINAL_STATES: ReadonlySet<ContactState> = new Set(['ended', 'missed', 'rejected', 'error']);

/** One voice contact from its ringing to the end of the after-call work. */
export class Call {
  readonly spec: CallSpec;
  readonly relay: Relay;
  readonly times: CallTimes;
  readonly agentConnection: Connection;
  readonly customerConnection: Connection;
  #state: ContactState = 'connecting';
  #since: Date;
  disconnectReason: DisconnectReason | undefined;

  constructor(spec: CallSpec, relay: Relay, now: Date) {
    this.spec = spec;
    this.relay = relay;
    this.#since = now;
    this.times = { initiated: now, queued: now, rung: now };
    this.agentConnection = new Connection('connecting', now);
    this.customerConnection = new Connection('connected', now);
    relay.apply(spec.network);
  }

  get contactId(): string {
    return this.spec.contactId;
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
  }

  #become(state: ContactState, now: Date): void {
    this.#state = state;
    this.#since = now;
  }
}
