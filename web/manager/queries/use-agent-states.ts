import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type AgentStates, agentStates } from '../../../model/query/agent-states.ts';
import { dimensionsOfAgents } from '../../../model/query/dimension.ts';
import type { Chosen } from '../state/view.ts';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';
import { refreshMillis } from './use-view-query.ts';

/** What each agent is in now. Of the filters only those by who an agent is. */
export function useAgentStates(chosen: Chosen) {
  const apiUrl = useApiUrl();
  const query = new URLSearchParams(
    dimensionsOfAgents.flatMap((name) =>
      (chosen.values[name] ?? []).map((value): [string, string] => [name, value]),
    ),
  );
  return useQuery<AgentStates>({
    queryKey: ['agent-states', query.toString()],
    queryFn: ({ signal }) => askApi({ apiUrl, path: 'agent-states', query, schema: agentStates, signal }),
    refetchInterval: refreshMillis,
    placeholderData: keepPreviousData,
  });
}
