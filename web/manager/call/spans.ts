import type { CallEvent } from '../../../model/messages/call.ts';
import type { Span } from '../charts/timeline.ts';

const pairs = [
  { begins: 'held', ends: 'resumed', name: 'On hold' },
  { begins: 'muted', ends: 'unmuted', name: 'Muted' },
] as const;

/** The stretches on hold or muted; one that never ended lasts until the call's end. */
export function spansOf(events: readonly CallEvent[], end: number): Span[] {
  return pairs.flatMap(({ begins, ends, name }) => {
    const spans: Span[] = [];
    let from: number | undefined;
    for (const { type, at } of events) {
      if (type === begins) from ??= Date.parse(at);
      if (type === ends && from !== undefined) {
        spans.push({ from, to: Date.parse(at), name });
        from = undefined;
      }
    }
    return from === undefined ? spans : [...spans, { from, to: end, name }];
  });
}
