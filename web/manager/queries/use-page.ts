import { type PageId, pageAnswer } from '../../../model/query/page.ts';
import type { Split } from '../../../model/query/split.ts';
import type { View } from '../state/view.ts';
import { useViewQuery } from './use-view-query.ts';

type Asked = {
  readonly page: PageId;
  readonly by: Split;
  /** Only these; all where it is empty. */
  readonly panels: readonly string[];
};

/** A page's panels in a view, split as the viewer chose; those of the last view while the next one loads. */
export function usePage(view: View, { page, by, panels }: Asked) {
  return useViewQuery('page', view, pageAnswer, true, [
    ['page', page],
    ['by', by],
    ...panels.map((id) => ['panel', id] as const),
  ]);
}
