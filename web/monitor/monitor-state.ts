import type { QualityLimits } from '../../model/quality/limits.ts';
import type { SenderState } from '../push/send.ts';
import type { AgentIdentity } from './agent-identity.ts';
import type { CallRecord } from './call-record.ts';
import { type CallView, viewOf, type WindowView, withWindow } from './call-view.ts';
import type { EventSamples } from './watch-stats.ts';

/** What is known of the softphone, its calls, and what is to be sent of them. */
export type MonitorState = {
  /** Who is signed in; absent before. */
  readonly agent?: AgentIdentity;
  /** The call that is going on, or else the last one. */
  readonly call?: CallView;
  /** How sending stands; absent until it has begun, in this tab or in another. */
  readonly sender?: SenderState;
  /** By which calls are judged. */
  readonly limits: QualityLimits;
};

/** A call that rings does not take the place of the one the agent is talking in; one that is over gives way to any. */
export function withCall<State extends Pick<MonitorState, 'call' | 'limits'>>(
  state: State,
  record: CallRecord,
  samples?: EventSamples,
): State {
  const same = state.call?.contactId === record.contactId;
  const windows: readonly WindowView[] = same ? (state.call?.windows ?? []) : [];
  const view = viewOf(record, samples ? withWindow(windows, samples, state.limits) : windows);
  if (!same && state.call && rank(state.call) > rank(view)) return state;
  return { ...state, call: view };
}

function rank(view: CallView): number {
  return { over: 0, ringing: 1, onHold: 2, talking: 3 }[view.phase];
}
