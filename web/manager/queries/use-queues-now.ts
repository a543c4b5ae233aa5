import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type QueuesNow, queuesNow } from '../../../model/query/queues-now.ts';
import type { Chosen } from '../state/view.ts';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';

/** Amazon Connect counts anew every 15 seconds. */
export const queuesRefreshMillis = 15_000;

/** How queues stand now. Of the filters only that by queue. */
export function useQueuesNow(chosen: Chosen) {
  const apiUrl = useApiUrl();
  const query = new URLSearchParams(
    (chosen.values.queue ?? []).map((value): [string, string] => ['queue', value]),
  );
  return useQuery<QueuesNow>({
    queryKey: ['queues-now', query.toString()],
    queryFn: ({ signal }) => askApi({ apiUrl, path: 'queues-now', query, schema: queuesNow, signal }),
    refetchInterval: queuesRefreshMillis,
    placeholderData: keepPreviousData,
  });
}
