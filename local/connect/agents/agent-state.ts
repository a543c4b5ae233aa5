import type { AgentStateDefinition, Organisation } from '../../organisation.ts';

/** What Streams calls the kinds of state. `system` is given by Connect during a call, `error` after one went wrong. */
export type AgentStateType = AgentStateDefinition['type'] | 'system' | 'error';

export interface AgentState {
  readonly name: string;
  readonly type: AgentStateType;
  /** Only states that an agent can choose have one. */
  readonly arn?: string;
  readonly since: Date;
}

/** The state of that name which an agent may choose; undefined if there is none. */
export function choosableState(
  organisation: Organisation,
  name: string,
  since: Date,
): AgentState | undefined {
  const found = organisation.states.find((state) => state.name === name);
  return found && { name: found.name, type: found.type, arn: found.arn, since };
}

/** A state that only Connect gives: Busy and AfterCallWork, or one of Streams' `AgentErrorStates`. */
export function givenState(
  name: 'Busy' | 'AfterCallWork' | 'MissedCallAgent' | 'FailedConnectAgent' | 'RealtimeCommunicationError',
  since: Date,
): AgentState {
  return { name, type: name === 'Busy' || name === 'AfterCallWork' ? 'system' : 'error', since };
}
