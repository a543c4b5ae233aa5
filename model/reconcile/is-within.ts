import type { Stretch } from '../wfm/interval.ts';

/** Whether something happened in a stretch of time. */
export function isWithin(at: string, { from, to }: Stretch): boolean {
  const instant = Date.parse(at);
  return instant >= from && instant < to;
}
