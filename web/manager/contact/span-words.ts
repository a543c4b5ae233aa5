import { formatDuration, makeTimeFormat, viewerZone } from '../words/format-time.ts';
import type { Span } from './span.ts';

const time = makeTimeFormat(viewerZone);

/** What went on, from when, for how long: `In the queue, from 10:00:07, 0:42`. */
export function spanWords({ name, from, to }: Span): string {
  const lasted = to > from ? `, ${formatDuration((to - from) / 1000)}` : '';
  return `${name}, from ${time.second(from)}${lasted}`;
}
