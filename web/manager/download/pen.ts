/** The pages' own font, of a size in pixels. */
export const font = (size: number, weight = 400) =>
  `${weight} ${size}px 'Open Sans', 'Helvetica Neue', Roboto, Arial, sans-serif`;

type Style = {
  readonly font: string;
  readonly color: string;
  readonly most: number;
  readonly align?: 'left' | 'right';
};

/** Writes a line; a text that is too long ends with dots. */
export function write(pen: CanvasRenderingContext2D, text: string, x: number, y: number, style: Style): void {
  pen.font = style.font;
  pen.fillStyle = style.color;
  pen.textAlign = style.align ?? 'left';
  let shown = text;
  while (shown.length > 1 && pen.measureText(shown).width > style.most) shown = `${shown.slice(0, -2)}…`;
  pen.fillText(shown, x, y);
}

/** The pen of a canvas. Throws Error where the browser cannot draw. */
export function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('The browser cannot draw.');
  return pen;
}
