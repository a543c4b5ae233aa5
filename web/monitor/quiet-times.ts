import type { CallEvent } from '../../model/messages/call.ts';

const quietPairs = [
  ['muted', 'unmuted'],
  ['held', 'resumed'],
] as const;

/**
 * Tells for a time whether the agent was muted or the call on hold then: silence is as it should be.
 *
 * @returns a function of epoch milliseconds
 */
export function quietTimes(events: readonly CallEvent[]): (at: number) => boolean {
  const spans = quietPairs.flatMap(([from, to]) => spansOf(events, from, to));
  return (at) => spans.some(([start, end]) => at >= start && at < end);
}

function spansOf(
  events: readonly CallEvent[],
  from: CallEvent['type'],
  to: CallEvent['type'],
): [number, number][] {
  const spans: [number, number][] = [];
  let start: number | undefined;
  for (const event of events) {
    const at = Date.parse(event.at);
    if (event.type === from) start ??= at;
    else if (event.type === to && start !== undefined) {
      spans.push([start, at]);
      start = undefined;
    }
  }
  if (start !== undefined) spans.push([start, Number.POSITIVE_INFINITY]);
  return spans;
}
