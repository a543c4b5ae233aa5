import type { Palette } from './palette.ts';

/** From where on a measure is fair or poor; `better` says on which side. */
export type LimitBounds = {
  readonly fair: number;
  readonly poor: number;
  readonly better: 'lower' | 'higher';
};

type Area = [{ yAxis: number; itemStyle: { color: string; opacity: number } }, { yAxis: number }];

/** What lies beyond the limits is shaded: first fair, then poor. */
export function beyondLimits({ fair, poor, better }: LimitBounds, palette: Palette) {
  const beyond = better === 'higher' ? -1e6 : 1e6;
  const area = (from: number, to: number, color: string): Area => [
    { yAxis: from, itemStyle: { color, opacity: 0.1 } },
    { yAxis: to },
  ];
  return {
    markArea: {
      silent: true,
      data: [area(fair, poor, palette.fair), area(poor, beyond, palette.poor)],
    },
  };
}

type Shown = {
  /** The greatest value shown: a limit far above everything would only flatten the rest. */
  readonly reach: number;
  /** Where the measure should stay, where somebody said so. */
  readonly target?: number | undefined;
};

/** The limits as lines, and the target, which may be one of them. */
export function limitLines(bounds: LimitBounds | undefined, { reach, target }: Shown, palette: Palette) {
  const better = bounds?.better ?? 'lower';
  const isNear = (limit: number) => better === 'higher' || limit <= reach * 1.15;
  const lines = [
    ...(bounds ? [{ at: bounds.poor, name: 'poor', color: palette.poor }] : []),
    ...(bounds && bounds.fair !== target ? [{ at: bounds.fair, name: 'fair', color: palette.fair }] : []),
    ...(target === undefined ? [] : [{ at: target, name: 'target', color: palette.text }]),
  ];
  // They may be near to each other: the name of the worse stands on its far side.
  const isUpper = (name: string) => (name === 'poor') === (better === 'lower');
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      label: { position: 'end' as const, distance: 4, color: palette.faint, fontSize: 11 },
      data: lines
        .filter(({ at, name }) => name === 'target' || isNear(at))
        .map(({ at, name, color }) => ({
          name,
          yAxis: at,
          label: { formatter: name, verticalAlign: isUpper(name) ? ('bottom' as const) : ('top' as const) },
          lineStyle: { color, type: 'dashed' as const, width: 1 },
        })),
    },
  };
}
