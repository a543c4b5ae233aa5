import type { ECharts } from 'echarts/core';
import { type RefObject, useEffect, useRef } from 'react';
import { connectCharts, disconnectCharts, makeChart, type Option } from './echarts.ts';
import { selectStretch } from './select-stretch.ts';

/** Where a chart leaves how to draw it into a canvas, for a file. */
export type DrawChart = RefObject<((background: string, pixelRatio: number) => HTMLCanvasElement) | null>;

type Props = {
  readonly option: Option;
  readonly height: number;
  /** What the picture shows, in a sentence: all that a screen reader gets of it. */
  readonly label: string;
  /** Charts of one group share their pointer and their zoom. */
  readonly group?: string;
  /** Called with the values of the x axis that somebody dragged over, or twice the same where they clicked. */
  readonly onStretch?: (from: number, to: number) => void;
  readonly draw?: DrawChart;
};

/** Draws an option, fits it to its place, and draws it anew when it changes. */
export function Chart({ option, height, label, group, onStretch, draw }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const band = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const stretch = useRef(onStretch);
  stretch.current = onStretch;

  useEffect(() => {
    if (!place.current || !band.current) return;
    const made = makeChart(place.current);
    chart.current = made;
    if (group) {
      made.group = group;
      connectCharts(group);
    }
    if (stretch.current) selectStretch(made, band.current, (from, to) => stretch.current?.(from, to));
    if (draw) {
      draw.current = (backgroundColor, pixelRatio) => made.renderToCanvas({ backgroundColor, pixelRatio });
    }
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      made.dispose();
      if (draw) draw.current = null;
      if (group) disconnectCharts(group);
    };
  }, [group, draw]);

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true, lazyUpdate: true });
  }, [option]);

  return (
    <div className="chart">
      <div
        ref={place}
        role="img"
        aria-label={label}
        style={{ height, cursor: onStretch ? 'crosshair' : 'default' }}
      />
      <div ref={band} className="chart-band" hidden />
    </div>
  );
}
