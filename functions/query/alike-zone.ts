import { offsetMillis } from '../../model/query/zone.ts';

/** From when on a zone has which offset from UTC, in milliseconds. */
type Change = { readonly at: number; readonly offset: number };

const minute = 60_000;
const day = 86_400_000;

/**
 * What has the same clock as a zone for as long as a range: an offset such as `-03:00` where the clock does not change in
 * it, else another zone, else the offset of the range's end, which is right for the newest days.
 *
 * @param from start in epoch milliseconds
 * @param to end in epoch milliseconds
 * @param others the zones to choose from
 */
export function alikeZone(zone: string, from: number, to: number, others: readonly string[]): string {
  const clock = clockOf(zone);
  const changes = changesOf(clock, from, to);
  const alike = changes.length > 1 && others.find((other) => isAlike(clockOf(other), changes, from, to));
  return alike || offsetName(clock(to));
}

/** The few instants come first: for most zones they are enough. */
function isAlike(clock: Clock, changes: readonly Change[], from: number, to: number): boolean {
  if (!changes.every(({ at, offset }) => clock(at) === offset)) return false;
  const own = changesOf(clock, from, to);
  return own.length === changes.length && own.every(({ at }, i) => at === changes[i]?.at);
}

/** The offset at the range's start and every change in it, to the minute. No zone changes twice in a day. */
function changesOf(clock: Clock, from: number, to: number): readonly Change[] {
  const changes: Change[] = [{ at: from, offset: clock(from) }];
  for (let at = from; at < to; at += day) {
    const next = Math.min(at + day, to);
    const offset = clock(next);
    if (offset !== clock(at)) changes.push({ at: firstWith(clock, offset, at, next), offset });
  }
  return changes;
}

/** When a zone that has another offset before has this one first, in whole minutes after `before`. */
function firstWith(clock: Clock, offset: number, before: number, after: number): number {
  let [early, late] = [0, Math.ceil((after - before) / minute)];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (clock(before + middle * minute) === offset) late = middle;
    else early = middle;
  }
  return before + late * minute;
}

/** A zone's offset from UTC at an instant, both in milliseconds. */
type Clock = (at: number) => number;
const clockOf =
  (zone: string): Clock =>
  (at) =>
    offsetMillis(zone, at);

/** As java.time takes it. */
function offsetName(offset: number): string {
  const minutes = Math.abs(offset) / minute;
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
