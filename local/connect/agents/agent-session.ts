import type { Agent } from '../../organisation.ts';
import type { Call } from '../calls/call.ts';
import type { AgentState } from './agent-state.ts';
import { ChangeSignal } from './change-signal.ts';

/** One signed-in agent, whatever number of tabs are open: their one shared worker is the client. */
export class AgentSession {
  readonly agent: Agent;
  readonly changes = new ChangeSignal();
  readonly #onState: (session: AgentSession, before: AgentState) => void;
  #state: AgentState;
  /** What the agent was in before Connect said Busy, and is in again after the call. */
  chosen: AgentState;
  /** The contact that the agent sees; it stays while there is after-call work. */
  call: Call | undefined;
  /** What the agent asked to be in after the call instead. */
  nextState: AgentState | undefined;
  /** Open WebSockets: more than none means that a softphone page is open. */
  sockets = 0;

  constructor(agent: Agent, state: AgentState, onState: (session: AgentSession, before: AgentState) => void) {
    this.agent = agent;
    this.#state = state;
    this.chosen = state;
    this.#onState = onState;
  }

  get username(): string {
    return this.agent.username;
  }

  get state(): AgentState {
    return this.#state;
  }

  set state(state: AgentState) {
    const before = this.#state;
    this.#state = state;
    this.changes.raise();
    if (before.name !== state.name) this.#onState(this, before);
  }

  /** The agent chooses a state; during a call it is kept for afterwards. */
  choose(state: AgentState): void {
    if (this.call && !this.call.isOver) {
      this.nextState = state;
      this.changes.raise();
      return;
    }
    this.chosen = state;
    this.state = state;
  }

  /** Leaves a state that Connect gave, for what the agent chose. */
  returnToChosen(now: Date): void {
    if (this.nextState) this.chosen = this.nextState;
    this.nextState = undefined;
    this.state = { ...this.chosen, since: now };
  }
}
