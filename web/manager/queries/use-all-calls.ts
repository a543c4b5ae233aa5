import { useMutation } from '@tanstack/react-query';
import { type CallRow, callList } from '../../../model/query/call-row.ts';
import type { Cursor } from '../../../model/query/filters.ts';
import type { View } from '../state/view.ts';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';
import { callsParameters, type Listing } from './use-calls.ts';

/** A spreadsheet of more is nothing that anybody reads; narrow the list instead. */
export const mostCallsInFile = 10_000;
const pageSize = 100;

/** Fetches, when it is told to, all calls of a view in the order of the list: at most `mostCallsInFile`. */
export function useAllCalls(view: View, listing: Listing) {
  const apiUrl = useApiUrl();
  return useMutation<readonly CallRow[]>({
    mutationFn: async () => {
      // A range that moves must not move between two pages.
      const query = callsParameters(view, listing, Date.now());
      query.set('size', String(pageSize));
      const signal = new AbortController().signal;
      const calls: CallRow[] = [];
      let next: Cursor | null = null;
      do {
        if (next) query.set('after', JSON.stringify(next));
        const page = await askApi({ apiUrl, path: 'calls', query, schema: callList, signal });
        calls.push(...page.calls);
        next = page.next;
      } while (next && calls.length < mostCallsInFile);
      return calls;
    },
  });
}
