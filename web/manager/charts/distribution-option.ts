import type { BucketTone } from './bucket-tones.ts';
import type { Option } from './echarts.ts';
import { frame, valueAxis } from './frame.ts';
import type { Palette } from './palette.ts';
import { tooltipContent } from './tooltip.ts';

/** How much of each series fell into each bucket. */
export type DistributionPicture = {
  /** What each bucket holds: `50–100 ms`. */
  readonly buckets: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly color: string;
    /** In percent of the series; series of different size can then be compared. */
    readonly shares: readonly number[];
    readonly counts: readonly number[];
  }[];
  /** How what lies in each bucket is judged; null where it is not, or lies on both sides of a limit. */
  readonly tones: readonly (BucketTone | null)[];
  readonly format: (share: number) => string;
};

/** The picture of a distribution: columns side by side per bucket. */
export function distributionOption(data: DistributionPicture, palette: Palette): Option {
  return {
    ...frame(palette),
    grid: { left: 48, right: 12, top: 12, height: 180 },
    xAxis: {
      type: 'category',
      data: [...data.buckets],
      axisLine: { lineStyle: { color: palette.grid } },
      axisTick: { show: false },
      axisLabel: { color: palette.faint, hideOverlap: true, rotate: 30, fontSize: 11 },
    },
    yAxis: { ...valueAxis(palette, 0, (value) => `${value} %`), min: 0 },
    series: data.series.map(({ name, color, shares }, i) => ({
      ...(i === 0 ? beyondLimits(data, palette) : {}),
      name,
      type: 'bar' as const,
      barCategoryGap: '20%',
      barGap: '5%',
      itemStyle: { color },
      data: [...shares],
    })),
    tooltip: {
      ...frame(palette).tooltip,
      axisPointer: { type: 'shadow' },
      formatter: (hovered: unknown) => describe(data, hovered),
    },
  };
}

/** What lies beyond the limits is shaded, as in every other picture. */
function beyondLimits({ tones, buckets }: DistributionPicture, palette: Palette) {
  const areas = (['fair', 'poor'] as const).flatMap((tone): Area[] => {
    const [first, last] = [tones.indexOf(tone), tones.lastIndexOf(tone)];
    if (first < 0) return [];
    return [
      [
        { xAxis: buckets[first] ?? '', itemStyle: { color: palette[tone], opacity: 0.1 } },
        { xAxis: buckets[last] ?? '' },
      ],
    ];
  });
  return { markArea: { silent: true, data: areas } };
}

type Area = [{ xAxis: string; itemStyle: { color: string; opacity: number } }, { xAxis: string }];

function describe(data: DistributionPicture, hovered: unknown): HTMLElement {
  const [first] = (Array.isArray(hovered) ? hovered : []) as { dataIndex: number }[];
  const i = first?.dataIndex ?? 0;
  return tooltipContent(
    data.buckets[i] ?? '',
    data.series.map(({ name, color, shares, counts }) => ({
      name,
      value: `${data.format(shares[i] ?? 0)} (${counts[i] ?? 0})`,
      color,
    })),
  );
}
