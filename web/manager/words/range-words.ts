import type { Range } from '../state/range.ts';
import { makeTimeFormat, viewerZone } from './format-time.ts';

const time = makeTimeFormat(viewerZone);
const units = { m: ['minute', 'minutes'], h: ['hour', 'hours'], d: ['day', 'days'] } as const;

/** A range in a sentence: `in the last 24 hours`, `today`, `on Wed 18 Nov, 10:00–16:00`. */
export function rangeWords(range: Range): string {
  if (range.kind === 'today') return 'today';
  if (range.kind === 'fixed') return `on ${time.stretch(range.from, range.to)}`;
  const [one, many] = units[range.unit];
  return range.amount === 1 ? `in the last ${one}` : `in the last ${range.amount} ${many}`;
}
