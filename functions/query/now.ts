import { nowMeasures } from '../../dashboards/measures/lists.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { CallNow, NowAnswer, NowQuery } from '../../model/query/now.ts';
import { fromWallClock, toWallClock } from '../../model/query/zone.ts';
import type { Ask } from './ask.ts';
import { callsNowSearch, mostCallsNow, readCallsNow } from './calls-now.ts';
import { lastWindowsSearch, readLastWindows } from './last-windows.ts';
import { aggregationsOf, figuresOf } from './measure-aggregation.ts';
import { bucketsOfWhole, searchOf, whole } from './panels/panel-search.ts';
import { figureSearch, sourceOf } from './panels/question.ts';

const minute = 60_000;
const hour = 60 * minute;
const week = 7 * 24 * hour;

/** Answers `GET /query/now`: who is on a call, how it sounds, and whether the last minutes were as usual. */
export async function nowOf(query: NowQuery, ask: Ask, limits: QualityLimits, at: Date): Promise<NowAnswer> {
  const last15 = { ...query, from: iso(at.getTime() - 15 * minute), to: iso(at.getTime()) };
  const lastWeek = sameHourLastWeek(at.getTime(), query.zone);
  const source = sourceOf(nowMeasures);
  const aggs = aggregationsOf(nowMeasures);
  const [calls, windows, now, then] = await ask([
    callsNowSearch(query, at),
    lastWindowsSearch(query, at),
    searchOf(figureSearch(source, last15, aggs, whole)),
    searchOf(figureSearch(source, { ...query, ...lastWeek }, aggs, whole)),
  ]);
  const found = readCallsNow(calls, readLastWindows(windows));
  return {
    at: at.toISOString(),
    limits,
    calls: found.slice(0, mostCallsNow).sort(byWorst),
    more: found.length > mostCallsNow,
    last15: figuresOf(nowMeasures, ...bucketsOfWhole(now?.aggregations ?? {})),
    sameHourLastWeek: figuresOf(nowMeasures, ...bucketsOfWhole(then?.aggregations ?? {})),
    lastWeek,
  };
}

/** The hour of the viewer's clocks, seven days ago. */
function sameHourLastWeek(at: number, zone: string): { from: string; to: string } {
  const begins = Math.floor((toWallClock(zone, at) - week) / hour) * hour;
  const from = fromWallClock(zone, begins);
  return { from: iso(from), to: iso(from + hour) };
}

/** As it sounds in the worse direction; what cannot be judged is not good, and what has no window yet comes last. */
const order = ['poor', 'fair', 'unclassified', 'good'];

function byWorst(a: CallNow, b: CallNow): number {
  return rankOf(a) - rankOf(b) || mosOf(a) - mosOf(b) || a.startedAt.localeCompare(b.startedAt);
}

const windowsOf = ({ toAgent, fromAgent }: CallNow) => [toAgent, fromAgent].filter((one) => one !== null);

function rankOf(call: CallNow): number {
  return Math.min(order.length, ...windowsOf(call).map(({ rating }) => order.indexOf(rating)));
}

function mosOf(call: CallNow): number {
  return Math.min(Number.MAX_VALUE, ...windowsOf(call).flatMap(({ mos }) => mos ?? []));
}

const iso = (at: number) => new Date(at).toISOString();
