import type { Palette } from '../charts/palette.ts';
import type { WaterfallStage } from '../panels/waterfall-stages.ts';
import { formatValue } from '../words/format-figure.ts';
import { font, penOf } from './pen.ts';
import { pixelRatio } from './picture.ts';

const width = 760;
const left = 220;
const right = 190;
const rowHeight = 30;

/** A waterfall as it is on the page. `whole` is the time that its width stands for. */
export function drawWaterfall(
  stages: readonly WaterfallStage[],
  whole: number,
  palette: Palette,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width * pixelRatio;
  canvas.height = stages.length * rowHeight * pixelRatio;
  const pen = penOf(canvas);
  pen.scale(pixelRatio, pixelRatio);
  pen.font = font(13);
  const scale = (width - left - right) / whole;
  stages.forEach(({ name, begins, median, slow }, i) => {
    const y = i * rowHeight;
    const x = left + begins * scale;
    pen.fillStyle = palette.text;
    pen.fillText(name, 0, y + 18, left - 12);
    pen.fillStyle = palette.volume;
    pen.fillRect(x, y + 11, (slow?.value ?? 0) * scale, 6);
    pen.fillStyle = palette.line;
    pen.fillRect(x, y + 8, (median?.value ?? 0) * scale, 12);
    const [half, most] = [median, slow].map((figure) => formatValue('milliseconds', figure?.value));
    pen.fillStyle = palette.faint;
    pen.fillText(`${half}, 95 % within ${most}`, width - right + 12, y + 18, right - 12);
  });
  return canvas;
}
