import type { Palette } from '../charts/palette.ts';
import type { HeatCell } from '../panels/heat-cells.ts';
import { hourNames, weekdayNames } from '../words/weekdays.ts';
import { font, penOf } from './pen.ts';
import { pixelRatio } from './picture.ts';

const cell = { width: 28, height: 24, gap: 2 };
const left = 48;
const top = 20;

/** A heat map as it is on the page. */
export function drawHeat(rows: readonly (readonly HeatCell[])[], palette: Palette): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = (left + hourNames.length * cell.width) * pixelRatio;
  canvas.height = (top + weekdayNames.length * cell.height) * pixelRatio;
  const pen = penOf(canvas);
  pen.scale(pixelRatio, pixelRatio);
  pen.font = font(12);
  pen.fillStyle = palette.faint;
  hourNames.forEach((hour, h) => {
    if (h % 3 === 0) pen.fillText(hour, left + h * cell.width, 12);
  });
  weekdayNames.forEach((day, d) => {
    pen.fillText(day, 0, top + d * cell.height + 16);
  });
  rows.forEach((cells, d) => {
    cells.forEach(({ tone, strength }, h) => {
      pen.globalAlpha = strength;
      pen.fillStyle = tone === 'plain' ? palette.line : palette[tone];
      pen.fillRect(
        left + h * cell.width,
        top + d * cell.height,
        cell.width - cell.gap,
        cell.height - cell.gap,
      );
    });
  });
  return canvas;
}
