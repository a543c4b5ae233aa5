import { Link } from 'wouter';
import type { AgentStateNow } from '../../../model/query/agent-states.ts';
import { addressOfCall } from '../state/address-of-call.ts';
import { useView } from '../state/use-view.ts';
import { notMeasured } from '../words/format-figure.ts';
import { agentStateName, agentStateSince } from './agent-state-words.ts';

type Props = {
  /** Absent where nothing is known of the agent. */
  readonly state: AgentStateNow | undefined;
  /** When it was asked. */
  readonly at: string;
};

/** What an agent is in now and since when; whoever is on a contact leads to it. */
export function LastState({ state, at }: Props) {
  const [view] = useView();
  if (!state) return notMeasured;
  const name = agentStateName(state);
  const contactId = state.signedIn ? state.contacts[0]?.contactId : undefined;
  return (
    <span className={state.signedIn ? 'with-reason' : 'with-reason quiet'}>
      {contactId ? (
        <Link href={addressOfCall({ contactId, agent: state.agent }, view)}>{name}</Link>
      ) : (
        <span>{name}</span>
      )}
      <small>{agentStateSince(state, at)}</small>
    </span>
  );
}
