import { useQuery } from '@tanstack/react-query';
import { type ViewAnswer, viewAnswer } from '../../../model/query/manager-view.ts';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';

/** What whoever is signed in may see, and how many alerts are raised there: asked again while the page is seen. */
export function useManagerView() {
  const apiUrl = useApiUrl();
  return useQuery<ViewAnswer>({
    queryKey: ['view'],
    queryFn: ({ signal }) =>
      askApi({ apiUrl, path: 'view', query: new URLSearchParams(), schema: viewAnswer, signal }),
    refetchInterval: 60_000,
    staleTime: 60_000,
  });
}
