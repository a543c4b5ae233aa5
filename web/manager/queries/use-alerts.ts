import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { alertList } from '../../../model/query/alerts.ts';
import { nameInAddress, type Range } from '../state/range.ts';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';
import { refreshMillis, viewInstants } from './use-view-query.ts';

/** The alerts that were raised at some time of a range, asked again while the page is seen. */
export function useAlerts(range: Range) {
  const apiUrl = useApiUrl();
  return useQuery({
    queryKey: ['alerts', nameInAddress(range)],
    queryFn: ({ signal }) => {
      const { from, to } = viewInstants({ range }, Date.now());
      const query = new URLSearchParams({ from, to });
      return askApi({ apiUrl, path: 'alerts', query, schema: alertList, signal });
    },
    refetchInterval: refreshMillis,
    placeholderData: keepPreviousData,
  });
}
