import { choices } from '../../../model/query/choices.ts';
import type { View } from '../state/view.ts';
import { useViewQuery } from './use-view-query.ts';

/** The values that there are to choose from in a view's range. */
export function useChoices(view: View) {
  return useViewQuery('filters', { range: view.range, chosen: { values: {}, ratings: [] } }, choices, true);
}
