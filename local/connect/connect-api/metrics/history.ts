import type { AgentSession } from '../../agents/agent-session.ts';
import type { AgentStateType } from '../../agents/agent-state.ts';
import type { Call } from '../../calls/call.ts';
import type { Contact } from '../../calls/contact.ts';
import type { ConnectListener } from '../../events.ts';

const REMEMBERED = 5_000;

/** A contact that waited in a queue, once it is over; times in epoch milliseconds. */
export interface PastContact {
  readonly queueId: string;
  readonly agentId: string | undefined;
  readonly profileId: string | undefined;
  readonly enqueuedAt: number;
  readonly answeredAt: number | undefined;
  readonly leftAt: number;
  readonly heldMs: number;
  readonly afterContactWorkMs: number;
  readonly isTransferred: boolean;
  /** After-contact work included: from then on it is counted. */
  readonly closedAt: number;
}

/** What an agent was in. */
export interface AgentSpan {
  readonly agentId: string;
  readonly profileId: string;
  readonly type: AgentStateType;
  readonly from: number;
  to: number;
}

/** A contact that rang at an agent in vain. */
export interface NonResponse {
  readonly agentId: string;
  readonly profileId: string;
  readonly queueId: string;
  readonly at: number;
}

/** What happened since the simulator began: what Connect's historical metrics are counted from. */
export class History implements ConnectListener {
  readonly contacts: PastContact[] = [];
  readonly spans: AgentSpan[] = [];
  readonly nonResponses: NonResponse[] = [];
  readonly #open = new Map<AgentSession, AgentSpan>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  signedIn(session: AgentSession): void {
    this.#goOn(session);
  }

  stateChanged(session: AgentSession): void {
    if (this.#open.has(session)) this.#goOn(session);
  }

  signedOut(session: AgentSession): void {
    this.#close(session);
    this.#open.delete(session);
  }

  contactChanged({ agent }: AgentSession, call: Call): void {
    if (!call.isUnanswered) return;
    const { id: queueId } = call.spec.queue;
    const its = { agentId: agent.id, profileId: agent.routingProfile.id, queueId, at: this.#now() };
    remember(this.nonResponses, its);
  }

  contactEnded(contact: Contact, call: Call | undefined): void {
    const { queue } = contact.spec;
    if (queue) remember(this.contacts, pastContact(contact, call, queue.id, this.#now()));
  }

  /** Those that are over, and those that go on, until now. */
  spansUntilNow(): readonly AgentSpan[] {
    for (const span of this.#open.values()) span.to = this.#now();
    return this.spans;
  }

  #goOn(session: AgentSession): void {
    this.#close(session);
    const { agent, state } = session;
    const now = this.#now();
    const span = {
      agentId: agent.id,
      profileId: agent.routingProfile.id,
      type: state.type,
      from: now,
      to: now,
    };
    this.#open.set(session, span);
    remember(this.spans, span);
  }

  #close(session: AgentSession): void {
    const span = this.#open.get(session);
    if (span) span.to = this.#now();
  }
}

function pastContact(contact: Contact, call: Call | undefined, queueId: string, now: number): PastContact {
  const answeredAt = call?.times.connected?.getTime();
  const leftAt = (contact.ended?.at ?? new Date(now)).getTime();
  const answered = answeredAt === undefined ? undefined : call?.spec.agent;
  return {
    queueId,
    agentId: answered?.id,
    profileId: answered?.routingProfile.id,
    enqueuedAt: contact.initiated.getTime(),
    answeredAt,
    leftAt,
    heldMs: call?.customerConnection.heldMs ?? 0,
    afterContactWorkMs: answered ? Math.max(0, now - leftAt) : 0,
    isTransferred: contact.transferred !== undefined,
    closedAt: now,
  };
}

function remember<T>(all: T[], one: T): void {
  all.push(one);
  if (all.length > REMEMBERED) all.shift();
}
