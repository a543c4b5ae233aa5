import type { Palette } from '../charts/palette.ts';
import type { PanelTable, TableCell } from '../tables/panel-table.ts';

/** What a panel's picture shows below its title: the chart as it is drawn, or the figures of a table. */
export type Picture = {
  readonly title: string;
  /** Lines below the title: of when, and of what. */
  readonly notes: readonly string[];
  /** What the colours of the chart's lines stand for. */
  readonly legend: readonly { readonly name: string; readonly color: string }[];
  readonly content: HTMLCanvasElement | PanelTable;
};

/** Twice as many pixels as on a plain screen: sharp in a report. */
export const pixelRatio = 2;
const margin = 24;
const rowHeight = 26;
const font = (size: number, weight = 400) =>
  `${weight} ${size}px 'Open Sans', 'Helvetica Neue', Roboto, Arial, sans-serif`;

/** Draws a panel as a picture that can stand alone. */
export function drawPicture(picture: Picture, palette: Palette): HTMLCanvasElement {
  const { title, notes, legend, content } = picture;
  const isChart = content instanceof HTMLCanvasElement;
  const legendLines = linesOfLegend(legend.map(({ name }) => name));
  const head = margin + 30 + notes.length * 20 + legendLines.length * 22 + 12;
  const width = isChart ? Math.max(640, content.width / pixelRatio) : widthOf(content);
  const height = isChart ? content.height / pixelRatio : (content.rows.length + 1) * rowHeight;
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * margin) * pixelRatio;
  canvas.height = (head + height + margin) * pixelRatio;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('The browser cannot draw.');
  pen.scale(pixelRatio, pixelRatio);
  pen.fillStyle = palette.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  write(pen, title, margin, margin + 16, { font: font(18, 700), color: palette.text, most: width });
  notes.forEach((note, i) => {
    write(pen, note, margin, margin + 40 + i * 20, { font: font(13), color: palette.faint, most: width });
  });
  drawLegend(pen, legend, margin + 40 + notes.length * 20, palette);
  if (isChart) pen.drawImage(content, margin, head, content.width / pixelRatio, height);
  else drawTable(pen, content, { top: head, width, palette });
  return canvas;
}

type Style = {
  readonly font: string;
  readonly color: string;
  readonly most: number;
  readonly align?: 'left' | 'right';
};

/** A text that is too long ends with dots. */
function write(pen: CanvasRenderingContext2D, text: string, x: number, y: number, style: Style): void {
  pen.font = style.font;
  pen.fillStyle = style.color;
  pen.textAlign = style.align ?? 'left';
  let shown = text;
  while (shown.length > 1 && pen.measureText(shown).width > style.most) shown = `${shown.slice(0, -2)}…`;
  pen.fillText(shown, x, y);
}

const legendPerLine = 4;

function linesOfLegend(names: readonly string[]): number[] {
  return Array.from({ length: Math.ceil(names.length / legendPerLine) }, (_, line) => line);
}

function drawLegend(
  pen: CanvasRenderingContext2D,
  legend: Picture['legend'],
  top: number,
  palette: Palette,
): void {
  legend.forEach(({ name, color }, i) => {
    const x = margin + (i % legendPerLine) * 160;
    const y = top + Math.floor(i / legendPerLine) * 22;
    pen.fillStyle = color;
    pen.fillRect(x, y - 9, 10, 10);
    write(pen, name, x + 16, y, { font: font(12), color: palette.text, most: 136 });
  });
}

const nameWidth = 220;
const columnWidth = 130;

function widthOf({ columns }: PanelTable): number {
  return nameWidth + (columns.length - 1) * columnWidth;
}

type Place = { readonly top: number; readonly width: number; readonly palette: Palette };

function drawTable(pen: CanvasRenderingContext2D, table: PanelTable, { top, width, palette }: Place): void {
  const right = (column: number) => margin + nameWidth + column * columnWidth - 8;
  const cell = (text: string, column: number, y: number, color: string, weight = 400) =>
    column === 0
      ? write(pen, text, margin, y, { font: font(13, weight), color, most: nameWidth - 16 })
      : write(pen, text, right(column), y, {
          font: font(13, weight),
          color,
          most: columnWidth - 12,
          align: 'right',
        });
  table.columns.forEach(({ name }, column) => {
    cell(name, column, top + 17, palette.faint);
  });
  table.rows.forEach((row, i) => {
    const y = top + (i + 1) * rowHeight;
    pen.fillStyle = palette.grid;
    pen.fillRect(margin, y, width, 1);
    row.forEach((figure, column) => {
      const { text, bar = 0 } = figure;
      pen.fillStyle = palette[figure.rating ?? 'line'];
      pen.fillRect(right(column) - 110, y + 21, 110 * bar, 3);
      cell(text, column, y + 17, colorOf(figure, palette), figure.rating === 'poor' ? 700 : 400);
    });
  });
}

function colorOf({ rating }: TableCell, palette: Palette): string {
  if (rating === 'poor') return palette.poorText;
  if (rating === 'fair') return palette.fairText;
  return palette.text;
}
