import type { Palette } from '../charts/palette.ts';
import type { PanelTable, TableCell } from '../tables/panel-table.ts';
import { font, write } from './pen.ts';
import type { ColumnPlace } from './table-layout.ts';

export const rowHeight = 26;
const barWidth = 110;
const gap = 12;

type Place = { readonly left: number; readonly top: number; readonly palette: Palette };

/** Draws a table, its columns where the layout has them. */
export function drawTable(
  pen: CanvasRenderingContext2D,
  { columns, rows }: PanelTable,
  places: readonly ColumnPlace[],
  { left: margin, top, palette }: Place,
): void {
  const cell = (text: string, column: number, y: number, color: string, weight = 400) => {
    const { left, width, isText } = places[column] ?? { left: 0, width: 0, isText: true };
    write(pen, text, margin + (isText ? left : left + width - gap), y, {
      font: font(13, weight),
      color,
      most: width - gap,
      align: isText ? 'left' : 'right',
    });
  };
  const whole = places.reduce((sum, { width }) => sum + width, 0);
  columns.forEach(({ name }, column) => {
    cell(name, column, top + 17, palette.faint);
  });
  rows.forEach((row, i) => {
    const y = top + (i + 1) * rowHeight;
    pen.fillStyle = palette.grid;
    pen.fillRect(margin, y, whole, 1);
    row.forEach((figure, column) => {
      const { left = 0, width = 0 } = places[column] ?? {};
      const { text, bar = 0 } = figure;
      pen.fillStyle = palette[figure.rating ?? 'line'];
      pen.fillRect(margin + left + width - gap - barWidth, y + 21, barWidth * bar, 3);
      cell(text, column, y + 17, colorOf(figure, palette), figure.rating === 'poor' ? 700 : 400);
    });
  });
}

function colorOf({ rating }: TableCell, palette: Palette): string {
  if (rating === 'poor') return palette.poorText;
  if (rating === 'fair') return palette.fairText;
  return palette.text;
}
