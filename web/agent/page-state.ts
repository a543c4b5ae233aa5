import { defaultLimits } from '../../model/quality/limits.ts';
import type { MonitorState } from '../monitor/monitor-state.ts';
import type { Note } from './NoteList.tsx';
import type { Source } from './readiness/sources.ts';
import type { Trouble, TroubleKind } from './trouble.ts';

/** All that the page shows. */
export type PageState = MonitorState & {
  readonly troubles: readonly Trouble[];
  /** Where the agent signs in, for a button: a window opened by a click is not blocked. */
  readonly signInUrl?: string;
  readonly retentionDays?: number;
  /** Agents report problems without words of their own. */
  readonly wordless?: boolean;
  /** What the softphone logs goes with the calls in which something was wrong. */
  readonly logged?: boolean;
  /** What keeps the agent from the next call, as far as nothing else says so. */
  readonly notes?: readonly Note<Source>[];
  /** What the check at sign-in found that the agent should know. */
  readonly checked?: string;
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
