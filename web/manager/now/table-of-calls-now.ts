import type { CallNow, LastWindow } from '../../../model/query/now.ts';
import { type PanelTable, type TableCell, textCell } from '../tables/panel-table.ts';
import { formatValue, notMeasured } from '../words/format-figure.ts';
import { formatDuration } from '../words/format-time.ts';
import { ratingNames } from '../words/names.ts';

const figures = [
  { name: 'MOS', unit: 'mos', of: (window: LastWindow) => window.mos },
  { name: 'loss', unit: 'percent', of: (window: LastWindow) => window.packetsLostPercent },
  { name: 'round trip', unit: 'milliseconds', of: (window: LastWindow) => window.roundTripTimeMillis },
  { name: 'jitter', unit: 'milliseconds', of: (window: LastWindow) => window.jitterMillis },
] as const;
const units = { mos: undefined, percent: '%', milliseconds: 'ms' } as const;
const ways = [
  { name: 'To the agent', of: (call: CallNow) => call.toAgent },
  { name: 'From the agent', of: (call: CallNow) => call.fromAgent },
] as const;

/**
 * A row per call that goes on.
 *
 * @param at the instant that they were asked for
 */
export function tableOfCallsNow(calls: readonly CallNow[], at: string): PanelTable {
  return {
    columns: [
      ...['Agent', 'Queue', 'Site', 'For'].map((name) => ({ name })),
      ...ways.flatMap((way) => [
        { name: `${way.name}: rating` },
        ...figures.map(({ name, unit }) => {
          const its = units[unit];
          return { name: `${way.name}: ${name}`, ...(its ? { unit: its } : {}) };
        }),
      ]),
    ],
    rows: calls.map((call) => [
      textCell(call.agent),
      textCell(call.queue ?? notMeasured),
      textCell(call.site ?? notMeasured),
      textCell(formatDuration((Date.parse(at) - Date.parse(call.startedAt)) / 1000)),
      ...ways.flatMap((way) => cellsOf(way.of(call))),
    ]),
  };
}

function cellsOf(window: LastWindow | null): TableCell[] {
  if (!window) return [notMeasured, ...figures.map(() => notMeasured)].map(textCell);
  return [
    { ...textCell(ratingNames[window.rating]), rating: window.rating },
    ...figures.map(({ unit, of }) => ({
      text: formatValue(unit, of(window)),
      value: of(window) ?? undefined,
    })),
  ];
}
