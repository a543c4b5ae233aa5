const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12, 24].map((n) => n * hour),
];

/** Where an axis of time is labelled, at whole steps of the clock; times in epoch milliseconds. */
export type Ticks = { readonly at: readonly number[]; readonly hasSeconds: boolean };

/**
 * At most so many round times within a stretch, evenly apart.
 *
 * @param offset of the viewer's clock from UTC at that time, in milliseconds: a zone may be off by half an hour
 */
export function ticksOf(from: number, to: number, most: number, offset: number): Ticks {
  const step =
    steps.find((one) => (to - from) / one <= most) ?? Math.ceil((to - from) / most / (24 * hour)) * 24 * hour;
  const at: number[] = [];
  for (let tick = Math.ceil((from + offset) / step) * step - offset; tick <= to; tick += step) at.push(tick);
  return { at, hasSeconds: step < minute };
}
