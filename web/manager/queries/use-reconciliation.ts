import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { reconciliation } from '../../../model/query/reconciliation.ts';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';

/** What the sources of a day say of it: a search through all of the day, so only when it is wanted. */
export function useReconciliation(day: string) {
  const apiUrl = useApiUrl();
  return useQuery({
    queryKey: ['reconciliation', day],
    queryFn: ({ signal }) =>
      askApi({
        apiUrl,
        path: 'reconciliation',
        query: new URLSearchParams({ day }),
        schema: reconciliation,
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}
