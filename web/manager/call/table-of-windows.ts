import { average, measured } from '../../../model/quality/statistics.ts';
import type { CallWindow } from '../../../model/query/call.ts';
import { type PanelTable, type TableCell, textCell } from '../tables/panel-table.ts';
import { formatValue, notMeasured } from '../words/format-figure.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { ratingNames, reasonName } from '../words/names.ts';

const time = makeTimeFormat(viewerZone);

/** A row per window of one direction. */
export function tableOfWindows(windows: readonly CallWindow[]): PanelTable {
  // Only pages that host the sound measure it.
  const isMeasured = windows.some(({ concealedPercent }) => concealedPercent !== undefined);
  return {
    columns: [
      { name: 'From' },
      { name: 'Seconds' },
      { name: 'Rating' },
      { name: 'Why' },
      { name: 'MOS' },
      { name: 'Loss', unit: '%' },
      { name: 'Round trip', unit: 'ms' },
      { name: 'Jitter', unit: 'ms' },
      { name: 'Silent', unit: 's' },
      ...(isMeasured ? [{ name: 'Concealed', unit: '%' }] : []),
    ],
    rows: windows.map((window) => [
      { text: time.second(window.startedAt), value: window.startedAt },
      { text: String(window.windowSeconds), value: window.windowSeconds },
      { ...textCell(ratingNames[window.rating]), rating: window.rating },
      textCell(window.ratingReasons.map(reasonName).join(', ')),
      figure('mos', window.mos?.avg),
      figure('percent', window.packetsLostPercent),
      figure('milliseconds', average(measured(window.samples.roundTripTimeMillis))),
      figure('milliseconds', average(measured(window.samples.jitterMillis))),
      {
        text: window.silentSeconds === undefined ? notMeasured : `${window.silentSeconds} s`,
        value: window.silentSeconds,
      },
      ...(isMeasured ? [figure('percent', window.concealedPercent?.avg)] : []),
    ]),
  };
}

function figure(unit: 'mos' | 'percent' | 'milliseconds', value: number | undefined): TableCell {
  return { text: formatValue(unit, value), value };
}
