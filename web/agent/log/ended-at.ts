import type { CallRecord } from '../../monitor/call-record.ts';

const ends: readonly string[] = ['ended', 'missed', 'vanished'];

/** When a call was over, in epoch milliseconds; undefined while it is not. */
export function endedAt({ events }: CallRecord): number | undefined {
  const end = events.find(({ type }) => ends.includes(type));
  return end && Date.parse(end.at);
}
