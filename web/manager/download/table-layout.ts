import type { PanelTable } from '../tables/panel-table.ts';

/** Where a column of a table stands in a picture, from the table's own left edge, in pixels. */
export type ColumnPlace = {
  readonly left: number;
  readonly width: number;
  /** Texts begin at the left, figures end at the right. */
  readonly isText: boolean;
};

/** A column is as wide as its widest text, within these. */
const narrowest = { text: 90, figures: 130 };
const widest = 380;
const gap = 20;

/**
 * Gives each column the room that its texts need.
 *
 * @param widthOf a text's width as it will be drawn
 */
export function layoutOf({ columns, rows }: PanelTable, widthOf: (text: string) => number): ColumnPlace[] {
  let left = 0;
  return columns.map(({ name }, i) => {
    const cells = rows.map((row) => row[i]);
    const isText = i === 0 || cells.every((cell) => typeof cell?.value !== 'number');
    const needed = Math.max(...[name, ...cells.map((cell) => cell?.text ?? '')].map(widthOf)) + gap;
    const width = Math.min(widest, Math.max(isText ? narrowest.text : narrowest.figures, Math.ceil(needed)));
    const place = { left, width, isText };
    left += width;
    return place;
  });
}

/** The width of the whole table. */
export function widthOfLayout(places: readonly ColumnPlace[]): number {
  return places.reduce((sum, { width }) => sum + width, 0);
}
