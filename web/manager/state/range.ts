/** A range as the address holds it: one that moves with the clock, or one that stays. */
export type Range =
  | { readonly kind: 'today' }
  | { readonly kind: 'last'; readonly amount: number; readonly unit: 'm' | 'h' | 'd' }
  | { readonly kind: 'fixed'; readonly from: string; readonly to: string };

export type Instants = { readonly from: string; readonly to: string };

export const defaultRange: Range = { kind: 'last', amount: 24, unit: 'h' };

/** What is offered beside a range of one's own. */
export const offeredRanges: readonly { readonly range: Range; readonly name: string }[] = [
  { range: { kind: 'last', amount: 1, unit: 'h' }, name: 'Last hour' },
  { range: { kind: 'today' }, name: 'Today' },
  { range: defaultRange, name: '24 hours' },
  { range: { kind: 'last', amount: 7, unit: 'd' }, name: '7 days' },
  { range: { kind: 'last', amount: 30, unit: 'd' }, name: '30 days' },
];

const unitMillis = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const longestMillis = 400 * unitMillis.d;

/**
 * The instants that a range means now. Today begins at the viewer's midnight; a moving range ends now.
 *
 * @param now epoch milliseconds
 * @param startOfToday epoch milliseconds of the viewer's midnight
 */
export function instantsOf(range: Range, now: number, startOfToday: number): Instants {
  if (range.kind === 'fixed') return { from: range.from, to: range.to };
  const from =
    range.kind === 'today'
      ? Math.min(startOfToday, now - unitMillis.m)
      : now - range.amount * unitMillis[range.unit];
  return { from: new Date(from).toISOString(), to: new Date(now).toISOString() };
}

/** The range of an address; the default one where it names none or none that could be. */
export function readRange(query: URLSearchParams): Range {
  const from = query.get('from');
  const to = query.get('to');
  if (from && to) return readFixed(from, to) ?? defaultRange;
  const name = query.get('range');
  if (name === 'today') return { kind: 'today' };
  const match = /^(\d{1,4})([mhd])$/.exec(name ?? '');
  const amount = Number(match?.[1]);
  const unit = match?.[2] as 'm' | 'h' | 'd' | undefined;
  if (!unit || amount < 1 || amount * unitMillis[unit] > longestMillis) return defaultRange;
  return { kind: 'last', amount, unit };
}

/** A range as parameters of an address. The default one needs none. */
export function writeRange(range: Range): [string, string][] {
  if (range.kind === 'fixed')
    return [
      ['from', range.from],
      ['to', range.to],
    ];
  const name = nameInAddress(range);
  return name === nameInAddress(defaultRange) ? [] : [['range', name]];
}

/** One name per range, by which two can be compared. */
export function nameInAddress(range: Range): string {
  if (range.kind === 'today') return 'today';
  return range.kind === 'last' ? `${range.amount}${range.unit}` : `${range.from}/${range.to}`;
}

function readFixed(from: string, to: string): Range | undefined {
  const start = Date.parse(from);
  const end = Date.parse(to);
  if (!(end > start) || end - start > longestMillis) return undefined;
  return { kind: 'fixed', from: new Date(start).toISOString(), to: new Date(end).toISOString() };
}
