import { type FeedState, feedState } from '../../model/wfm/feed-state.ts';
import type { KeptState } from '../clients/state-object.ts';

/** What was kept; undefined where nothing was, or something that this version does not know. */
export function stateOf(kept: KeptState | undefined): FeedState | undefined {
  try {
    return kept && feedState.safeParse(JSON.parse(kept.text)).data;
  } catch {
    return undefined;
  }
}
