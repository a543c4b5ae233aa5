import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type CallList, callList } from '../../../model/query/call-row.ts';
import type { Cursor, SortField } from '../../../model/query/filters.ts';
import { type View, writeView } from '../state/view.ts';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';
import { apiParameters, refreshOf } from './use-view-query.ts';

export type Listing = {
  readonly search: string;
  readonly sort: SortField;
  readonly order: 'asc' | 'desc';
};

/** What a list of calls asks for. */
export function callsParameters(view: View, { search, sort, order }: Listing, now: number): URLSearchParams {
  const query = apiParameters(view, now);
  if (search) query.set('search', search);
  query.set('sort', sort);
  query.set('order', order);
  return query;
}

/** The calls of a view, page by page; a refresh asks again for all pages that are shown, so the place is kept. */
export function useCalls(view: View, listing: Listing) {
  const apiUrl = useApiUrl();
  return useInfiniteQuery({
    queryKey: ['calls', writeView(view).toString(), listing],
    initialPageParam: null as Cursor | null,
    queryFn: ({ pageParam, signal }): Promise<CallList> => {
      const query = callsParameters(view, listing, Date.now());
      if (pageParam) query.set('after', JSON.stringify(pageParam));
      return askApi({ apiUrl, path: 'calls', query, schema: callList, signal });
    },
    getNextPageParam: (page) => page.next,
    refetchInterval: refreshOf(view),
    placeholderData: keepPreviousData,
  });
}
