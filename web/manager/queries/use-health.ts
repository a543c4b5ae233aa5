import { useQuery } from '@tanstack/react-query';
import { health } from '../../../model/query/health.ts';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';
import { refreshMillis } from './use-view-query.ts';

/** The state of the deployment, asked again while the page is seen. */
export function useHealth() {
  const apiUrl = useApiUrl();
  return useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) =>
      askApi({ apiUrl, path: 'health', query: new URLSearchParams(), schema: health, signal }),
    refetchInterval: refreshMillis,
  });
}
