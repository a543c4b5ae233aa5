import type { ECharts } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { connectCharts, disconnectCharts, makeChart, type Option } from './echarts.ts';

export type ChartProps = {
  readonly option: Option;
  readonly height: number;
  /** What the picture shows, in a sentence: all that a screen reader gets of it. */
  readonly label: string;
  /** Charts of one group share their pointer and their zoom. */
  readonly group?: string;
  /** Called with the value of the x axis where the picture was clicked. */
  readonly onPick?: ((x: number) => void) | undefined;
};

/** Draws an option, fits it to its place, and draws it anew when it changes. */
export function Chart({ option, height, label, group, onPick }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    if (!place.current) return;
    const made = makeChart(place.current);
    chart.current = made;
    if (group) {
      made.group = group;
      connectCharts(group);
    }
    made.getZr().on('click', ({ offsetX, offsetY }) => {
      const point = [offsetX, offsetY];
      if (!made.containPixel('grid', point)) return;
      const [x] = made.convertFromPixel({ gridIndex: 0 }, point);
      if (x !== undefined) pick.current?.(x);
    });
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      made.dispose();
      if (group) disconnectCharts(group);
    };
  }, [group]);

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true, lazyUpdate: true });
  }, [option]);

  return (
    <div
      ref={place}
      role="img"
      aria-label={label}
      style={{ height, cursor: onPick ? 'pointer' : 'default' }}
    />
  );
}
