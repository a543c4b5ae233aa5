const formats = new Map<string, Intl.DateTimeFormat>();
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Weekday (0 is Monday) and hour of a zone's clocks, as `6 23`. */
export function hourOf(at: string, zone: string): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'short', hour: 'numeric', hourCycle: 'h23' });
  formats.set(zone, format);
  const parts = format.formatToParts(new Date(at));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${weekdays.indexOf(of('weekday'))} ${Number(of('hour'))}`;
}
