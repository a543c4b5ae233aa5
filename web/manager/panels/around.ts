import type { PageAnswer } from '../../../model/query/page.ts';
import type { Palette } from '../charts/palette.ts';
import type { Picture } from '../download/picture.ts';
import type { View } from '../state/view.ts';

/** When figures are from, and what they were narrowed to. */
export type About = {
  readonly from: string;
  readonly to: string;
  readonly view: View;
  /** All filters in words, where a page has more of them than the view. */
  readonly filters?: readonly string[];
};

/** What a panel's figures are about, beside the panel itself. */
export type Around = Omit<PageAnswer, 'panels'> &
  About & {
    /** The panels that take the whole line. */
    readonly wide: ReadonlySet<string>;
  };

/** What a panel puts into its picture; undefined while its chart is not drawn yet. */
export type PictureOf = (palette: Palette) => Pick<Picture, 'content' | 'legend'> | undefined;
