import type { Palette } from '../charts/palette.ts';
import type { PanelTable } from '../tables/panel-table.ts';
import { drawTable, rowHeight } from './draw-table.ts';
import { font, penOf, write } from './pen.ts';
import { layoutOf, widthOfLayout } from './table-layout.ts';

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

/** Draws a panel as a picture that can stand alone. */
export function drawPicture(picture: Picture, palette: Palette): HTMLCanvasElement {
  const { title, notes, legend, content } = picture;
  const isChart = content instanceof HTMLCanvasElement;
  const legendLines = linesOfLegend(legend.map(({ name }) => name));
  const head = margin + 30 + notes.length * 20 + legendLines.length * 22 + 12;
  const canvas = document.createElement('canvas');
  const pen = penOf(canvas);
  const places = isChart ? [] : layoutOf(content, measuring(pen));
  const width = Math.max(isChart ? 640 : 400, isChart ? content.width / pixelRatio : widthOfLayout(places));
  const height = isChart ? content.height / pixelRatio : (content.rows.length + 1) * rowHeight;
  canvas.width = (width + 2 * margin) * pixelRatio;
  canvas.height = (head + height + margin) * pixelRatio;
  pen.scale(pixelRatio, pixelRatio);
  pen.fillStyle = palette.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  write(pen, title, margin, margin + 16, { font: font(18, 700), color: palette.text, most: width });
  notes.forEach((note, i) => {
    write(pen, note, margin, margin + 40 + i * 20, { font: font(13), color: palette.faint, most: width });
  });
  drawLegend(pen, legend, margin + 40 + notes.length * 20, palette);
  if (isChart) pen.drawImage(content, margin, head, content.width / pixelRatio, height);
  else drawTable(pen, content, places, { left: margin, top: head, palette });
  return canvas;
}

/** How wide a text of a table is. A canvas forgets its font when it is given a size. */
function measuring(pen: CanvasRenderingContext2D): (text: string) => number {
  pen.font = font(13, 700);
  return (text) => pen.measureText(text).width;
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
