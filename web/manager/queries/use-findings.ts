import { findings } from '../../../model/query/findings.ts';
import type { View } from '../state/view.ts';
import { useViewQuery } from './use-view-query.ts';

/** What stands out in a view. */
export function useFindings(view: View) {
  return useViewQuery('findings', view, findings, false);
}
