import { type Agent, agentNamed, type Organisation } from '../../organisation.ts';
import type { Secrets } from '../calls/secrets.ts';
import type { ConnectEvents } from '../events.ts';
import { AgentSession } from './agent-session.ts';
import { choosableState } from './agent-state.ts';

/**
 * How long a page may be away, as during a reload or after a crash, before the agent counts as signed out and the call as
 * over: on a busy machine it takes a browser ten seconds to be back.
 */
const AWAY_MS = 30_000;

/** Everyone who is signed in. */
export class Sessions {
  readonly #organisation: Organisation;
  readonly #events: ConnectEvents;
  readonly #secrets: Secrets;
  readonly #byName = new Map<string, AgentSession>();
  readonly #byToken = new Map<string, string>();
  /** They stay users of the instance after they have signed out: their pages may still have something to send. */
  readonly #guests = new Map<string, Agent>();
  readonly #leaving = new Map<AgentSession, NodeJS.Timeout>();

  constructor(organisation: Organisation, events: ConnectEvents, secrets: Secrets) {
    this.#organisation = organisation;
    this.#events = events;
    this.#secrets = secrets;
  }

  /** Gives a bearer token for the agent API. */
  issueToken(username: string): string {
    const token = this.#secrets.make('agent-token');
    this.#byToken.set(token, username.toLowerCase());
    return token;
  }

  /** The session that a token is for, made at its first use; undefined for a token that was never issued. */
  withToken(token: string): AgentSession | undefined {
    const username = this.#byToken.get(token);
    return username === undefined ? undefined : this.#session(username);
  }

  /** The agents with a softphone page open. */
  get open(): AgentSession[] {
    return [...this.#byName.values()].filter((session) => session.sockets > 0);
  }

  /** Everyone who may sign in, and every guest who did. */
  get users(): readonly Agent[] {
    return [...this.#organisation.agents, ...this.#guests.values()];
  }

  get(username: string): AgentSession | undefined {
    return this.#byName.get(username.toLowerCase());
  }

  socketOpened(session: AgentSession): void {
    clearTimeout(this.#leaving.get(session));
    const wasAway = this.#leaving.delete(session);
    session.sockets += 1;
    if (session.sockets === 1 && !wasAway) this.#events.signedIn(session);
  }

  socketClosed(session: AgentSession): void {
    session.sockets -= 1;
    if (session.sockets > 0) return;
    this.#leaving.set(
      session,
      setTimeout(() => this.#signOut(session), AWAY_MS),
    );
  }

  stop(): void {
    for (const timer of this.#leaving.values()) clearTimeout(timer);
  }

  #signOut(session: AgentSession): void {
    this.#leaving.delete(session);
    this.#byName.delete(session.username);
    this.#events.signedOut(session);
  }

  #session(username: string): AgentSession {
    const existing = this.#byName.get(username);
    if (existing) return existing;
    const agent = agentNamed(this.#organisation, username);
    if (!this.#organisation.agents.includes(agent)) this.#guests.set(username, agent);
    // Connect itself starts an agent as Offline; here whoever opens the page can be rung at once.
    const available = choosableState(this.#organisation, 'Available', new Date());
    if (!available)
      throw new Error('The contact centre has no state "Available": correct local/organisation.ts');
    const session = new AgentSession(agent, available, (...change) => this.#events.stateChanged(...change));
    this.#byName.set(username, session);
    return session;
  }
}
