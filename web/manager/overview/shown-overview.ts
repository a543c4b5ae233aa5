import type { Overview } from '../../../model/query/overview.ts';
import type { View } from '../state/view.ts';

/** The overview's figures, and the view that they are of. */
export type ShownOverview = Overview & { readonly view: View };
