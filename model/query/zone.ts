const minute = 60_000;
const day = 24 * 60 * minute;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds; whole minutes. */
export function offsetMillis(zone: string, at: number): number {
  if (zone === 'UTC') return 0;
  const parts = formatOf(zone).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return Math.round((local - at) / minute) * minute;
}

/**
 * What a zone's clocks show at an instant, as the instant at which UTC's clocks show the same: its UTC fields are the
 * zone's year, weekday and hour.
 */
export function toWallClock(zone: string, at: number): number {
  return at + offsetMillis(zone, at);
}

/**
 * When a zone's clocks show a time. Of a time that comes twice the first; of one that is skipped, when it is skipped.
 *
 * @param wall as `toWallClock` gives it
 */
export function fromWallClock(zone: string, wall: number): number {
  const before = offsetMillis(zone, wall - day);
  const after = offsetMillis(zone, wall + day);
  for (const offset of [before, after]) {
    if (offsetMillis(zone, wall - offset) === offset) return wall - offset;
  }
  return changeBetween(zone, wall - after, wall - before);
}

/** When the clocks change between two instants with different offsets: to the minute. */
function changeBetween(zone: string, from: number, to: number): number {
  const offset = offsetMillis(zone, from);
  let last = Math.floor(from / minute);
  let first = Math.ceil(to / minute);
  while (first - last > 1) {
    const middle = Math.floor((first + last) / 2);
    if (offsetMillis(zone, middle * minute) === offset) last = middle;
    else first = middle;
  }
  return first * minute;
}
