import { choices } from '../../../model/query/choices.ts';
import type { View } from '../state/view.ts';
import { useViewQuery } from './use-view-query.ts';

/** The values that there are to choose from in a view's range: those that its calls have, or its contacts. */
export function useChoices(view: View, of: 'calls' | 'contacts' = 'calls') {
  const all = { range: view.range, chosen: { values: {}, ratings: [] } };
  return useViewQuery('filters', all, choices, true, [['of', of]]);
}
