import type { CallRecord } from './call-record.ts';
import type { CallView, WindowView } from './call-view.ts';
import type { MonitorState } from './monitor-state.ts';
import { viewOf, windowOf, withWindow } from './view-of.ts';
import type { EventSamples } from './watch-stats.ts';

/** A call that rings does not take the place of the one the agent is talking in; one that is over gives way to any. */
export function withCall<State extends Pick<MonitorState, 'call' | 'limits'>>(
  state: State,
  record: CallRecord,
  samples?: EventSamples,
  latest?: EventSamples,
): State {
  const same = state.call?.contactId === record.contactId;
  const windows: readonly WindowView[] = same ? (state.call?.windows ?? []) : [];
  const its = viewOf(record, samples ? withWindow(windows, samples, state.limits) : windows);
  const now = latest ? windowOf(latest, state.limits) : same ? state.call?.latest : undefined;
  const view = now && its.phase !== 'over' ? { ...its, latest: now } : its;
  if (!same && state.call && rank(state.call) > rank(view)) return state;
  return { ...state, call: view };
}

function rank(view: CallView): number {
  return { over: 0, ringing: 1, onHold: 2, talking: 3 }[view.phase];
}
