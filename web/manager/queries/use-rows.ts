import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Listing } from '../list/column.ts';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';

/** One page of a list, as every route of lists answers. */
export type RowPage<Row> = {
  readonly total: number;
  readonly rows: readonly Row[];
  /** What `after` says to get the next page; null after the last one. */
  readonly next: readonly (string | number)[] | null;
};

/** Where the rows of a list come from. */
export type Rows<Row> = {
  /** Below `/query/`. */
  readonly path: string;
  readonly schema: z.ZodType<RowPage<Row>>;
  /** What is asked, at a moment: of moving ranges the instants. */
  readonly parameters: (now: number) => URLSearchParams;
  /** What tells one such question from another, whenever it is asked. */
  readonly key: readonly string[];
  readonly refetchInterval: number | false;
};

/** The parameters of a list's order and search, beside what narrows it. */
export function withListing(
  query: URLSearchParams,
  { search, sort, order }: Listing<string>,
): URLSearchParams {
  if (search) query.set('search', search);
  query.set('sort', sort);
  query.set('order', order);
  return query;
}

/** A list, page by page; a refresh asks again for all pages that are shown, so the place is kept. */
export function useRows<Row>({ path, schema, parameters, key, refetchInterval }: Rows<Row>) {
  const apiUrl = useApiUrl();
  return useInfiniteQuery({
    queryKey: [path, ...key],
    initialPageParam: null as RowPage<Row>['next'],
    queryFn: ({ pageParam, signal }): Promise<RowPage<Row>> => {
      const query = parameters(Date.now());
      if (pageParam) query.set('after', JSON.stringify(pageParam));
      return askApi({ apiUrl, path, query, schema, signal });
    },
    getNextPageParam: (page) => page.next,
    refetchInterval,
    placeholderData: keepPreviousData,
  });
}
