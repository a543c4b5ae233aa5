import { useQuery } from '@tanstack/react-query';
import { type CallAnswer, callAnswer } from '../../../model/query/call.ts';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';
import { refreshMillis } from './use-view-query.ts';

/** A call that ended this long ago gets no more windows. */
const settledMillis = 10 * 60_000;

/** One call; asked again while it goes on, and a little longer, because the last window comes after the report. */
export function useCall(contactId: string, agent: string | undefined) {
  const apiUrl = useApiUrl();
  return useQuery<CallAnswer>({
    queryKey: ['call', contactId, agent ?? null],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams(agent ? { agent } : {});
      const path = `calls/${encodeURIComponent(contactId)}`;
      return askApi({ apiUrl, path, query, schema: callAnswer, signal });
    },
    refetchInterval: (query) => (isSettled(query.state.data) ? false : refreshMillis),
  });
}

function isSettled(answer: CallAnswer | undefined): boolean {
  const endedAt = answer?.call.endedAt;
  return endedAt !== undefined && Date.now() - Date.parse(endedAt) > settledMillis;
}
