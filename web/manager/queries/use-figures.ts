import type { Dimension } from '../../../model/query/dimension.ts';
import { figuresBy } from '../../../model/query/figures-by.ts';
import type { View } from '../state/view.ts';
import { useViewQuery } from './use-view-query.ts';

/** All figures of a view, split by one dimension; those of the last view while the next one loads. */
export function useFigures(view: View, by: Dimension) {
  return useViewQuery('figures', view, figuresBy, true, [['by', by]]);
}
