import { lastChecks } from '../../../model/query/last-checks.ts';
import type { View } from '../state/view.ts';
import { useViewQuery } from './use-view-query.ts';

/** Whose last check of a view was not good; those of the last view while the next one loads. */
export function useLastChecks(view: View) {
  return useViewQuery('last-checks', view, lastChecks, true);
}
