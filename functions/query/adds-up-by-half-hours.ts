import { halfHourMillis } from '../../model/documents/api-half-hour.ts';
import { offsetMillis } from '../../model/query/zone.ts';
import type { Period } from './rolled-up-clause.ts';

const dayMillis = 86_400_000;
/** Whole half hours in every zone that is itself some half hours from UTC. */
const wideEnough = ['1h', '6h', '1d', '1w', '1M'];
/** What a half hour's document has instead of its summaries' figures. */
const addsUp = ['sum', 'max'];
const groups = ['filter', 'missing', 'terms', 'date_histogram'];

type Json = { readonly [key: string]: unknown };

/**
 * Whether aggregations come to the same over half hours as over their summaries: they add up counts and cut time at
 * half hours only. Whoever counts documents, or orders by their number, needs the summaries themselves.
 *
 * @param aggs as a search's body has them
 */
export function addsUpByHalfHours(aggs: unknown, periods: readonly Period[]): boolean {
  return Object.values((aggs ?? {}) as Json).every((one) => oneAddsUp(one as Json, periods));
}

function oneAddsUp({ aggs, ...own }: Json, periods: readonly Period[]): boolean {
  const [[kind, its] = ['', undefined], ...others] = Object.entries(own);
  if (others.length > 0) return false;
  if (addsUp.includes(kind)) return true;
  if (!groups.includes(kind) || aggs === undefined || !addsUpByHalfHours(aggs, periods)) return false;
  return cutsAtHalfHours(kind, its as Json, periods);
}

function cutsAtHalfHours(kind: string, its: Json, periods: readonly Period[]): boolean {
  if (kind === 'terms') return Array.isArray(its.order) && !JSON.stringify(its.order).includes('"_count"');
  if (kind === 'filter') return boundsIn(its).every((bound) => isCut(bound, periods));
  if (kind !== 'date_histogram') return true;
  const interval = String(its.fixed_interval ?? its.calendar_interval);
  return (
    wideEnough.includes(interval) && periods.every((period) => isOfHalfHours(String(its.time_zone), period))
  );
}

/** Whether a zone's clocks differ from UTC's by whole half hours on each day of a period. */
function isOfHalfHours(zone: string, { gte, lt }: Period): boolean {
  const end = Date.parse(lt);
  for (let at = Date.parse(gte); at < end + dayMillis; at += dayMillis) {
    if (offsetMillis(zone, Math.min(at, end)) % halfHourMillis !== 0) return false;
  }
  return true;
}

/** A bound of the period itself cuts nothing off. */
function isCut(bound: string, periods: readonly Period[]): boolean {
  if (Date.parse(bound) % halfHourMillis === 0) return true;
  return periods.length === 1 && periods.some(({ gte, lt }) => bound === gte || bound === lt);
}

function boundsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const range = (value as Json)['@timestamp'];
  const own = typeof range === 'object' && range !== null ? Object.values(range).map(String) : [];
  return [...own, ...Object.values(value).flatMap(boundsIn)];
}
