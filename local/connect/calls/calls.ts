import type { AgentSession } from '../agents/agent-session.ts';
import { givenState } from '../agents/agent-state.ts';
import type { ConnectEvents } from '../events.ts';
import { Refusal } from '../problem.ts';
import { Relay } from '../relay/relay.ts';
import { Call, type CallSpec, type ContactState } from './call.ts';
import type { DisconnectReason } from './contact.ts';

const REMEMBERED_CALLS = 500;

export interface CallTimers {
  /** How long a call rings before it counts as missed. */
  readonly ringMs: number;
  /** How long after-call work lasts when the agent does not close the contact. */
  readonly afterContactWorkMs: number;
}

/** Moves contacts through their states at an agent, and the agents with them. */
export class Calls {
  readonly #events: ConnectEvents;
  readonly #timers: CallTimers;
  readonly #calls = new Map<string, Call>();
  readonly #sessions = new Map<Call, AgentSession>();
  readonly #pending = new Map<Call, NodeJS.Timeout>();
  #made = 0;

  constructor(events: ConnectEvents, timers: CallTimers) {
    this.#events = events;
    this.#timers = timers;
    events.add({ signedOut: (session) => this.#abandon(session) });
  }

  /** Where that contact rang last; undefined if it did not, or that is long over. */
  find(contactId: string): Call | undefined {
    return this.#calls.get(contactId);
  }

  /** The same; throws a Refusal 404 if there is none. */
  get(contactId: string): Call {
    const call = this.find(contactId);
    if (call) return call;
    throw new Refusal(404, `No agent was rung for ${contactId}: the id is in the answer of POST /calls`);
  }

  /** Rings the agent; throws a Refusal 409 if a call is still on. */
  async ring(session: AgentSession, spec: CallSpec): Promise<Call> {
    if (session.call && !session.call.isOver) {
      throw new Refusal(409, `${session.username} has a call: end ${session.call.contactId} first`);
    }
    if (session.call) this.finish(session.call);
    if (session.state.type === 'error') session.returnToChosen(new Date());
    this.#made += 1;
    const call = new Call(spec, await Relay.open(this.#made), new Date());
    this.#remember(call);
    this.#sessions.set(call, session);
    session.call = call;
    this.#later(call, this.#timers.ringMs, () => this.#miss(call));
    this.#changed(call);
    return call;
  }

  accept(call: Call): void {
    if (!call.isRinging) return;
    const now = new Date();
    this.#cancel(call);
    call.connect(now);
    const session = this.#sessionOf(call);
    session.state = givenState('Busy', now);
    this.#changed(call);
  }

  /** The softphone has its connection to the customer. */
  mediaConnected(call: Call): void {
    if (call.spec.autoAccept) this.accept(call);
  }

  /** The softphone could not connect: Connect shows the contact and the agent in an error state. */
  mediaFailed(call: Call): void {
    if (!call.isOver) this.#end(call, 'error', 'TELECOM_PROBLEM');
  }

  reject(call: Call): void {
    if (call.isRinging) this.#end(call, 'rejected', 'AGENT_DISCONNECT');
  }

  hangUp(call: Call, reason: DisconnectReason): void {
    if (!call.isOver) this.#end(call, 'ended', reason);
  }

  /** Puts a leg on hold or takes it off. */
  hold(call: Call, connectionId: string, on: boolean): void {
    const leg = [call.agentConnection, call.customerConnection].find((each) => each.id === connectionId);
    if (!leg || call.state !== 'connected')
      throw new Refusal(400, 'There is no such connection in this contact');
    leg.become(on ? 'hold' : 'connected', new Date());
    this.#changed(call);
  }

  /** The agent closes the contact: after-call work is over. */
  finish(call: Call): void {
    const session = this.#sessions.get(call);
    if (!session) return;
    this.#cancel(call);
    this.#sessions.delete(call);
    call.times.afterContactWorkEnded = new Date();
    call.relay.close();
    session.call = undefined;
    if (session.state.type === 'system') session.returnToChosen(new Date());
    session.changes.raise();
    this.#events.callFinished(session, call);
  }

  stop(): void {
    for (const call of [...this.#sessions.keys()]) {
      this.#cancel(call);
      call.relay.close();
    }
  }

  #miss(call: Call): void {
    this.#end(call, 'missed', 'AGENT_DISCONNECT');
  }

  #end(call: Call, state: ContactState, reason: DisconnectReason): void {
    const session = this.#sessionOf(call);
    const now = new Date();
    call.end(state, reason, now);
    if (state === 'missed') session.state = givenState('MissedCallAgent', now);
    if (state === 'error') session.state = givenState('FailedConnectAgent', now);
    if (state === 'ended') session.state = givenState('AfterCallWork', now);
    if (!call.spec.afterContactWork) {
      this.finish(call);
      return;
    }
    this.#later(call, this.#timers.afterContactWorkMs, () => this.finish(call));
    this.#changed(call);
  }

  #abandon(session: AgentSession): void {
    const { call } = session;
    if (!call) return;
    this.hangUp(call, 'AGENT_DISCONNECT');
    this.finish(call);
  }

  #changed(call: Call): void {
    const session = this.#sessionOf(call);
    session.changes.raise();
    this.#events.contactChanged(session, call);
  }

  #sessionOf(call: Call): AgentSession {
    const session = this.#sessions.get(call);
    if (!session) throw new Refusal(409, `The call ${call.contactId} is over`);
    return session;
  }

  #later(call: Call, milliseconds: number, run: () => void): void {
    this.#cancel(call);
    this.#pending.set(call, setTimeout(run, milliseconds));
  }

  #cancel(call: Call): void {
    clearTimeout(this.#pending.get(call));
    this.#pending.delete(call);
  }

  #remember(call: Call): void {
    this.#calls.set(call.contactId, call);
    const oldest = [...this.#calls.values()].find((each) => each.isOver);
    if (this.#calls.size > REMEMBERED_CALLS && oldest) this.#calls.delete(oldest.contactId);
  }
}
