import { defaultLimits, type QualityLimits } from '../../model/quality/limits.ts';
import type { AgentIdentity } from '../monitor/agent-identity.ts';
import type { CallRecord } from '../monitor/call-record.ts';
import type { EventSamples } from '../monitor/watch-stats.ts';
import type { SenderState } from '../push/send.ts';
import { type CallView, viewOf, type WindowView, withWindow } from './call-view.ts';
import type { Trouble, TroubleKind } from './trouble.ts';

/** All that the page shows. */
export type PageState = {
  readonly agent?: AgentIdentity;
  readonly troubles: readonly Trouble[];
  /** The call that is going on, or else the last one. */
  readonly call?: CallView;
  readonly sender?: SenderState;
  /** Where the agent signs in, for a button: a window opened by a click is not blocked. */
  readonly signInUrl?: string;
  readonly retentionDays?: number;
  /** By which calls are judged. */
  readonly limits: QualityLimits;
};

export const emptyPage: PageState = { troubles: [], limits: defaultLimits };

export function withTrouble(state: PageState, trouble: Trouble): PageState {
  const others = state.troubles.filter((one) => one.kind !== trouble.kind);
  return { ...state, troubles: [...others, trouble] };
}

export function withoutTrouble(state: PageState, ...kinds: readonly TroubleKind[]): PageState {
  if (!state.troubles.some((one) => kinds.includes(one.kind))) return state;
  return { ...state, troubles: state.troubles.filter((one) => !kinds.includes(one.kind)) };
}

/** A call that rings does not take the place of the one the agent is talking in; one that is over gives way to any. */
export function withCall(state: PageState, record: CallRecord, samples?: EventSamples): PageState {
  const same = state.call?.contactId === record.contactId;
  const windows: readonly WindowView[] = same ? (state.call?.windows ?? []) : [];
  const view = viewOf(record, samples ? withWindow(windows, samples, state.limits) : windows);
  if (!same && state.call && rank(state.call) > rank(view)) return state;
  return { ...state, call: view };
}

function rank(view: CallView): number {
  return { over: 0, ringing: 1, onHold: 2, talking: 3 }[view.phase];
}
