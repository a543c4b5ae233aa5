import type { Condition } from '../../dashboards/measures/measure.ts';
import { halfHourMillis, halfHourOf } from '../../model/documents/api-half-hour.ts';
import { periodEnd } from '../../model/documents/dated-index.ts';
import type { RollUp } from '../../model/documents/roll-up.ts';
import type { Clause } from './ask.ts';
import { allOf, clauseOf, during } from './conditions.ts';

/** From an instant (included) until another (not included): as `during` writes it. */
export type Period = { readonly gte: string; readonly lt: string };

/** What measures of API calls say that they count. */
export const summaries: Condition = { field: 'kind', is: ['summary'] };
const halfHours: Condition = { field: 'kind', is: ['half-hour'] };

/**
 * What of a period is counted by its half hours, in epoch milliseconds: as many whole ones as are rolled up. Undefined
 * where there is none.
 */
export function rolledPart(
  { gte, lt }: Period,
  rolledUntil: string | undefined,
): { readonly from: number; readonly to: number } | undefined {
  if (rolledUntil === undefined) return undefined;
  const from = halfHourOf(Date.parse(gte) + halfHourMillis - 1);
  const to = halfHourOf(Math.min(Date.parse(lt), Date.parse(rolledUntil)));
  return from < to ? { from, to } : undefined;
}

/**
 * The documents that together count each API call of a period once: half hours where they are rolled up; of the rest of the
 * period the summaries, and of those half hours the summaries that came since (model/documents/roll-up.ts).
 */
export function rolledUpClause(period: Period, { rolledUntil, indices }: RollUp): Clause {
  const part = rolledPart(period, rolledUntil);
  if (!part) return allOf([clauseOf(summaries), during(period.gte, period.lt)]);
  const rolled = Object.entries(indices).flatMap(([name, { rolled }]) =>
    rolled !== undefined && mayHold(name, part) ? [{ name, rolled }] : [],
  );
  const [from, to] = [iso(part.from), iso(part.to)];
  const within = during(from, to);
  const names = { terms: { _index: rolled.map(({ name }) => name) } };
  const since = rolled.map(({ name, rolled }) =>
    allOf([{ term: { _index: name } }, { range: { _seq_no: { gt: rolled } } }]),
  );
  return oneOf([
    allOf([clauseOf(halfHours), names, within]),
    allOf([
      clauseOf(summaries),
      oneOf([
        // Also where they are empty: a clause of the same form is the same for an index that lies between them, so that the
        // search service knows its answer again, though the roll-up has moved since.
        during(period.gte, from),
        during(to, period.lt),
        allOf([within, oneOf([{ bool: { must_not: [names] } }, ...since])]),
      ]),
    ]),
  ]);
}

/** An index holds a month at most, and documents whose clocks were up to a day wrong. */
const longestMillis = 31 * 86_400_000;
const wrongestMillis = 86_400_000;

function mayHold(index: string, { from, to }: { from: number; to: number }): boolean {
  const end = periodEnd(index);
  if (end === undefined) return true;
  return end + wrongestMillis > from && end - longestMillis - wrongestMillis < to;
}

function oneOf(should: readonly Clause[]): Clause {
  return { bool: { should, minimum_should_match: 1 } };
}

const iso = (at: number) => new Date(at).toISOString();
