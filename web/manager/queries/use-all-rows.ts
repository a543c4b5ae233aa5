import { useMutation } from '@tanstack/react-query';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';
import type { RowPage, Rows } from './use-rows.ts';

/** A spreadsheet of more is nothing that anybody reads; narrow the list instead. */
export const mostRowsInFile = 10_000;
const pageSize = 100;

/** Fetches, when it is told to, all rows of a list in its order: at most `mostRowsInFile`. */
export function useAllRows<Row>({ path, schema, parameters }: Rows<Row>) {
  const apiUrl = useApiUrl();
  return useMutation<readonly Row[]>({
    mutationFn: async () => {
      // A range that moves must not move between two pages.
      const query = parameters(Date.now());
      query.set('size', String(pageSize));
      const signal = new AbortController().signal;
      const rows: Row[] = [];
      let next: RowPage<Row>['next'] = null;
      do {
        if (next) query.set('after', JSON.stringify(next));
        const page: RowPage<Row> = await askApi({ apiUrl, path, query, schema, signal });
        rows.push(...page.rows);
        next = page.next;
      } while (next && rows.length < mostRowsInFile);
      return rows;
    },
  });
}
