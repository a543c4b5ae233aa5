import { useQuery } from '@tanstack/react-query';
import { type ManagerView, managerView } from '../../../model/query/manager-view.ts';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';

/** What whoever is signed in may see; it changes only with the groups of a new token. */
export function useManagerView() {
  const apiUrl = useApiUrl();
  return useQuery<ManagerView>({
    queryKey: ['view'],
    queryFn: ({ signal }) =>
      askApi({ apiUrl, path: 'view', query: new URLSearchParams(), schema: managerView, signal }),
    staleTime: 10 * 60_000,
  });
}
