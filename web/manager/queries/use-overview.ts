import { overview } from '../../../model/query/overview.ts';
import type { View } from '../state/view.ts';
import { useViewQuery } from './use-view-query.ts';

/** All figures of a view; those of the last view while the next one loads. */
export function useOverview(view: View) {
  return useViewQuery('overview', view, overview, true);
}
