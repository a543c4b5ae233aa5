import type { ECharts } from 'echarts/core';

/** Less than this between pressing and letting go is a click. */
const leastPixels = 6;

type Pointer = { readonly offsetX: number; readonly offsetY: number };

/**
 * Lets a person drag over a chart's time. A click counts as a stretch without length; whatever begins outside the
 * grid is none.
 *
 * @param band lies over the chart and is shown while somebody drags
 * @param onStretch called with the values of the x axis
 */
export function selectStretch(
  chart: ECharts,
  band: HTMLElement,
  onStretch: (from: number, to: number) => void,
): void {
  let start: Pointer | undefined;
  const zr = chart.getZr();
  const valueAt = (x: number, y: number) => chart.convertFromPixel({ gridIndex: 0 }, [x, y])[0];
  const hide = () => {
    start = undefined;
    band.hidden = true;
  };
  zr.on('mousedown', ({ offsetX, offsetY }) => {
    const isInside = gridsOf(chart).some((gridIndex) =>
      chart.containPixel({ gridIndex }, [offsetX, offsetY]),
    );
    start = isInside ? { offsetX, offsetY } : undefined;
  });
  zr.on('mousemove', ({ offsetX }) => {
    if (!start || Math.abs(offsetX - start.offsetX) < leastPixels) return;
    band.hidden = false;
    band.style.left = `${Math.min(offsetX, start.offsetX)}px`;
    band.style.width = `${Math.abs(offsetX - start.offsetX)}px`;
  });
  zr.on('mouseup', ({ offsetX }) => {
    if (!start) return;
    const ends = [offsetX, start.offsetX].sort((a, b) => a - b);
    const isClick = Math.abs(offsetX - start.offsetX) < leastPixels;
    const y = start.offsetY;
    const [from, to] = (isClick ? [start.offsetX, start.offsetX] : ends).map((x) => valueAt(x, y));
    hide();
    if (from !== undefined && to !== undefined) onStretch(from, to);
  });
  zr.on('globalout', hide);
}

function gridsOf(chart: ECharts): number[] {
  const { grid } = chart.getOption() as { grid?: readonly unknown[] };
  return (grid ?? []).map((_, i) => i);
}
