import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { type Instants, instantsOf } from '../state/range.ts';
import { type View, writeChosen, writeView } from '../state/view.ts';
import { startOfDay, viewerZone } from '../words/format-time.ts';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';

export const refreshMillis = 30_000;

/** The instants that a view's range means at a moment. */
export function viewInstants({ range }: Pick<View, 'range'>, now: number): Instants {
  return instantsOf(range, now, startOfDay(now, viewerZone));
}

/** The parameters of a view as the API takes them: moving ranges become instants at the moment of asking. */
export function apiParameters(view: View, now: number): URLSearchParams {
  const { from, to } = viewInstants(view, now);
  return new URLSearchParams([['from', from], ['to', to], ['zone', viewerZone], ...writeChosen(view.chosen)]);
}

/** In half a minute nothing is seen to change in weeks. */
const slowRefreshMillis = 60_000;
const longDays = 2;

/** Moving ranges are asked again every 30 or 60 s while the page is seen; a fixed one that has ended stays as it is. */
export function refreshOf({ range }: View): number | false {
  if (range.kind === 'fixed' && Date.parse(range.to) < Date.now()) return false;
  const { from, to } = instantsOf(range, 0, 0);
  return Date.parse(to) - Date.parse(from) > longDays * 86_400_000 ? slowRefreshMillis : refreshMillis;
}

/** An answer and what it is about: while the next view loads, the last one's answer is still there. */
export type Answered<Answer> = { readonly view: View; readonly answer: Answer };

/**
 * Asks a route about a view, and again as time goes on.
 *
 * @param keepLast whether the last view's answer stays until the next one's is there
 * @param more what the route takes beside the view
 */
export function useViewQuery<Schema extends z.ZodType>(
  path: string,
  view: View,
  schema: Schema,
  keepLast: boolean,
  more: readonly (readonly [string, string])[] = [],
) {
  const apiUrl = useApiUrl();
  return useQuery<Answered<z.infer<Schema>>>({
    queryKey: [path, writeView(view).toString(), ...more.flat()],
    queryFn: async ({ signal }) => {
      const query = apiParameters(view, Date.now());
      for (const [name, value] of more) query.append(name, value);
      return { view, answer: await askApi({ apiUrl, path, query, schema, signal }) };
    },
    refetchInterval: refreshOf(view),
    ...(keepLast ? { placeholderData: keepPreviousData } : {}),
  });
}
