import { agentsAnswer } from '../../../model/query/agents.ts';
import type { View } from '../state/view.ts';
import { useViewQuery } from './use-view-query.ts';

/** The agents of a view beside their own past and their peers; those of the last view while the next one loads. */
export function useAgents(view: View) {
  return useViewQuery('agents', view, agentsAnswer, true);
}
