import { agentApi } from '../../../model/query/agent-api.ts';
import type { View } from '../state/view.ts';
import { useViewQuery } from './use-view-query.ts';

/** The agents' API calls in a view; those of the last view while the next one loads. */
export function useAgentApi(view: View) {
  return useViewQuery('agent-api', view, agentApi, true);
}
