import type { LastWindow } from '../../../model/query/now.ts';
import { formatValue } from '../words/format-figure.ts';

/** What was measured of a window: `MOS 4.21, loss 0.3 %, round trip 60 ms, jitter 4 ms`; what was not is left out. */
export function soundWords(window: LastWindow): string {
  const parts = [
    ['MOS', 'mos', window.mos],
    ['loss', 'percent', window.packetsLostPercent],
    ['round trip', 'milliseconds', window.roundTripTimeMillis],
    ['jitter', 'milliseconds', window.jitterMillis],
  ] as const;
  return parts
    .flatMap(([name, unit, value]) => (value === null ? [] : [`${name} ${formatValue(unit, value)}`]))
    .join(', ');
}
