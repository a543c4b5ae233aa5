import type { Palette } from '../charts/palette.ts';
import { font, penOf, write } from '../download/pen.ts';
import { pixelRatio } from '../download/picture.ts';
import type { Story } from './lanes.ts';
import { isSound, type Lane, type Span, type Tone } from './span.ts';
import { type StoryAxis, storyAxis } from './story-axis.ts';

/** In pixels, as the page has them. */
const width = 1000;
const names = 210;
const row = { height: 26, gap: 6 };
const axisHeight = 22;
const mostTicks = 8;

/** How far down a half minute begins: told apart by height, too, as on the page. */
const topOfSound: Partial<Record<Tone, number>> = { good: 15, fair: 9, poor: 2, unclassified: 20 };

/** A contact's story as it is on the page. */
export function drawStory(story: Story, palette: Palette): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const height = story.lanes.length * (row.height + row.gap);
  canvas.width = width * pixelRatio;
  canvas.height = (height + axisHeight) * pixelRatio;
  const pen = penOf(canvas);
  pen.scale(pixelRatio, pixelRatio);
  const axis = storyAxis(story, mostTicks);
  const xOf = (at: number) => names + axis.share(at) * (width - names);
  drawAxis(pen, axis, { xOf, height, palette });
  story.lanes.forEach((lane, i) => {
    drawLane(pen, lane, { xOf, top: i * (row.height + row.gap), palette });
  });
  return canvas;
}

type Drawn = { readonly xOf: (at: number) => number; readonly palette: Palette };

function drawAxis(
  pen: CanvasRenderingContext2D,
  { ticks }: StoryAxis,
  { xOf, height, palette }: Drawn & { height: number },
): void {
  for (const { at, label } of ticks) {
    pen.fillStyle = palette.grid;
    pen.fillRect(xOf(at), 0, 1, height);
    pen.font = font(12);
    const left = xOf(at) - pen.measureText(label).width / 2;
    write(pen, label, left, height + 16, { font: font(12), color: palette.faint, most: 100 });
  }
}

function drawLane(
  pen: CanvasRenderingContext2D,
  { name, spans, missing }: Lane,
  { xOf, top, palette }: Drawn & { top: number },
): void {
  const line = top + 17;
  write(pen, name, 0, line, { font: font(13), color: palette.faint, most: names - 12 });
  pen.globalAlpha = 0.05;
  pen.fillStyle = palette.text;
  pen.fillRect(names, top, width - names, row.height);
  pen.globalAlpha = 1;
  if (missing) write(pen, missing, names + 10, line, { font: font(13), color: palette.faint, most: 500 });
  for (const span of spans) drawSpan(pen, span, { xOf, top, palette });
}

function drawSpan(
  pen: CanvasRenderingContext2D,
  span: Span,
  { xOf, top, palette }: Drawn & { top: number },
): void {
  const left = xOf(span.from);
  const wide = Math.max(3, xOf(span.to) - left);
  pen.fillStyle = colorOf(span.tone, palette);
  if (isSound(span)) {
    const down = topOfSound[span.tone] ?? 0;
    pen.fillRect(left, top + down, wide - 1, row.height - 2 - down);
    return;
  }
  pen.globalAlpha = 0.2;
  pen.fillRect(left, top + 2, wide, row.height - 4);
  pen.globalAlpha = 1;
  pen.fillRect(left, top + 2, 3, row.height - 4);
  // Too narrow for more than its first letter and dots: as on the page, nothing then.
  const room = wide - 10;
  if (room > 20) {
    write(pen, span.name, left + 8, top + 17, { font: font(12), color: palette.text, most: room });
  }
}

function colorOf(tone: Tone, palette: Palette): string {
  switch (tone) {
    case 'talk':
      return palette.line;
    case 'work':
      return palette.secondLine;
    case 'wait':
      return palette.unclassified;
    case 'hold':
      return palette.fair;
    case 'failed':
      return palette.poor;
    case 'plain':
      return palette.faint;
    default:
      return palette[tone];
  }
}
