import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { dimensions } from '../../../model/query/dimension.ts';
import { type NowAnswer, nowAnswer } from '../../../model/query/now.ts';
import type { Chosen } from '../state/view.ts';
import { viewerZone } from '../words/format-time.ts';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';

/** A window of a call comes every 30 s; with half of that nobody waits long for it. */
export const nowRefreshMillis = 15_000;

/** What goes on now. Of the filters only those that are known of a call before it has ended. */
export function useNow(chosen: Chosen) {
  const apiUrl = useApiUrl();
  const query = new URLSearchParams([
    ['zone', viewerZone],
    ...dimensions.flatMap((name) =>
      (chosen.values[name] ?? []).map((value): [string, string] => [name, value]),
    ),
  ]);
  return useQuery<NowAnswer>({
    queryKey: ['now', query.toString()],
    queryFn: ({ signal }) => askApi({ apiUrl, path: 'now', query, schema: nowAnswer, signal }),
    refetchInterval: nowRefreshMillis,
    placeholderData: keepPreviousData,
  });
}
