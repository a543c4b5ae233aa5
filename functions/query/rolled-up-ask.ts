import { type RollUp, rollUp, rollUpId, rollUpsIndex } from '../../model/documents/roll-up.ts';
import { addsUpByHalfHours } from './adds-up-by-half-hours.ts';
import type { Ask, Clause, Search } from './ask.ts';
import { allOf, clauseOf, clausesWithin } from './conditions.ts';
import { type Period, rolledUpClause, summaries } from './rolled-up-clause.ts';

/** Shorter ranges have few summaries: see docs/develop.md for what they cost. */
const shortestMillis = 6 * 3_600_000;

/**
 * Counts agents' API calls by their half hours where that gives the same figures, and a month is a twentieth of the
 * documents. Every search says that it counts summaries; the one place where half hours take their place is here.
 *
 * @param read how far the half hours are rolled up, as it is now
 */
export function rolledUpAsk(ask: Ask, read: () => Promise<RollUp>): Ask {
  return async (searches) => {
    const found = searches.map(ofSummaries);
    if (found.every((its) => its === undefined)) return ask(searches);
    const state = await read();
    return ask(searches.map((search, i) => byHalfHours(search, found[i], state)));
  };
}

/**
 * Reads how far the half hours are rolled up. Where they never were, or nobody can say, it is nowhere: then the summaries are
 * counted, which is slower and as right.
 */
export async function readRollUp(ask: Ask): Promise<RollUp> {
  const query = { ids: { values: [rollUpId] } };
  const [answer] = await ask([{ index: rollUpsIndex, body: { size: 1, query }, mayFail: true }]);
  return rollUp.safeParse(answer?.hits.hits[0]?._source).data ?? { indices: {} };
}

/** What a search for figures of summaries matches. */
type OfSummaries = {
  readonly periods: readonly Period[];
  /** Beside the kind and the time. */
  readonly others: readonly Clause[];
};

const isSummary = JSON.stringify(clauseOf(summaries));

/** Undefined where a search is about anything else, or needs the summaries themselves. */
function ofSummaries({ index, body }: Search): OfSummaries | undefined {
  if (index !== 'softphone-api-metrics-*' || body.size !== 0) return undefined;
  const clauses = clausesWithin(body.query);
  const kind = clauses.find((clause) => JSON.stringify(clause) === isSummary);
  const time = clauses.find((clause) => periodsOf(clause) !== undefined);
  const periods = time && periodsOf(time);
  if (!kind || !periods?.every(isLong)) return undefined;
  if (!addsUpByHalfHours(body.aggs, periods)) return undefined;
  return { periods, others: clauses.filter((clause) => clause !== kind && clause !== time) };
}

function byHalfHours(search: Search, found: OfSummaries | undefined, state: RollUp): Search {
  if (!found) return search;
  const should = found.periods.map((period) => rolledUpClause(period, state));
  const counted = should.length === 1 ? should : [{ bool: { should, minimum_should_match: 1 } }];
  return { ...search, body: { ...search.body, query: allOf([...counted, ...found.others]) } };
}

/** Of a clause that `during` wrote, or of several of which one must hold. */
function periodsOf(clause: Clause): readonly Period[] | undefined {
  const range = (clause.range as Clause | undefined)?.['@timestamp'] as Partial<Period> | undefined;
  if (range?.gte !== undefined && range.lt !== undefined) return [{ gte: range.gte, lt: range.lt }];
  const { should } = (clause.bool ?? {}) as { should?: readonly Clause[] };
  const all = should?.map(periodsOf);
  return all?.every((its) => its !== undefined) ? all.flat() : undefined;
}

function isLong({ gte, lt }: Period): boolean {
  return Date.parse(lt) - Date.parse(gte) >= shortestMillis;
}
