import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halfHourMillis, halfHourOf } from '../../model/documents/api-half-hour.ts';
import type { RollUp } from '../../model/documents/roll-up.ts';
import type { Clause } from './ask.ts';
import { type Period, rolledUpClause } from './rolled-up-clause.ts';

const week = 7 * 86_400_000;
const begin = Date.parse('2026-03-01T00:00:00.000Z');
const iso = (at: number) => new Date(at).toISOString();

type Call = { readonly at: number; readonly index: string; readonly number: number };
type Stored = {
  readonly kind: string;
  readonly at: number;
  readonly index: string;
  readonly number?: number;
};

const indices = [
  'softphone-api-metrics-2026.03.w1',
  'softphone-api-metrics-2026.03',
  'softphone-api-metrics-x',
];
const at = fc.integer({ min: 0, max: 2 * week }).map((millis) => begin + millis);
const calls = fc.uniqueArray(fc.record({ at, index: fc.constantFrom(...indices), number: fc.nat(40) }), {
  selector: ({ index, number }) => `${index}/${number}`,
  maxLength: 40,
});
const state: fc.Arbitrary<RollUp> = fc
  .record({
    rolledUntil: fc.option(
      at.map((millis) => iso(halfHourOf(millis))),
      { nil: undefined },
    ),
    numbers: fc.array(fc.option(fc.nat(40), { nil: undefined }), { minLength: 2, maxLength: 3 }),
  })
  .map(({ rolledUntil, numbers }) => ({
    ...(rolledUntil === undefined ? {} : { rolledUntil }),
    indices: Object.fromEntries(
      numbers.map((rolled, i) => [
        indices[i] ?? '',
        { seen: 40, ...(rolled === undefined ? {} : { rolled }) },
      ]),
    ),
  }));
const period: fc.Arbitrary<Period> = fc
  .tuple(at, at)
  .map(([a, b]) => ({ gte: iso(Math.min(a, b)), lt: iso(Math.max(a, b) + 1) }));

test('counts every call of a period once, in its half hour or in its summary', () => {
  fc.assert(
    fc.property(calls, state, period, (all, rollUp, asked) => {
      const clause = rolledUpClause(asked, rollUp);
      const counted = all.reduce((sum, call) => sum + timesCounted(call, rollUp, clause), 0);
      const truth = all.filter((call) => iso(call.at) >= asked.gte && iso(call.at) < asked.lt);
      expect(counted).toBe(truth.length);
    }),
  );
});

test('takes the half hours wherever it can', () => {
  const clause = rolledUpClause(
    { gte: '2026-03-01T10:10:00.000Z', lt: '2026-03-02T10:10:00.000Z' },
    { rolledUntil: '2026-03-05T00:00:00.000Z', indices: { a: { seen: 9, rolled: 7 } } },
  );
  const of = (kind: string, time: string, number = 1) => ({ kind, index: 'a', at: Date.parse(time), number });
  expect(matches(clause, of('summary', '2026-03-01T10:29:59.999Z'))).toBe(true);
  expect(matches(clause, of('summary', '2026-03-01T10:30:00.000Z'))).toBe(false);
  expect(matches(clause, of('summary', '2026-03-01T10:30:00.000Z', 8))).toBe(true);
  expect(matches(clause, of('half-hour', '2026-03-01T10:30:00.000Z', 100))).toBe(true);
  expect(matches(clause, of('half-hour', '2026-03-02T10:00:00.000Z', 100))).toBe(false);
  expect(matches(clause, of('summary', '2026-03-02T10:00:00.000Z'))).toBe(true);
});

/** What the roll-up promises (model/documents/roll-up.ts): a call up to the index's number is in its half hour too. */
function timesCounted({ at, index, number }: Call, { rolledUntil, indices }: RollUp, clause: Clause): number {
  const rolled = indices[index]?.rolled;
  const summary: Stored = { kind: 'summary', at, index, number };
  const startedAt = halfHourOf(at);
  const isRolled =
    rolled !== undefined &&
    number <= rolled &&
    rolledUntil !== undefined &&
    startedAt + halfHourMillis <= Date.parse(rolledUntil);
  const halfHour: Stored = { kind: 'half-hour', at: startedAt, index, number: 1000 };
  return [summary, ...(isRolled ? [halfHour] : [])].filter((stored) => matches(clause, stored)).length;
}

/** The part of the search service's query language that the clause is written in. */
function matches(clause: Clause, stored: Stored): boolean {
  const [[kind, its] = ['', {}]] = Object.entries(clause) as [string, Record<string, unknown>][];
  if (kind === 'bool') {
    const { filter = [], should = [], must_not: not = [] } = its as Record<string, readonly Clause[]>;
    return (
      filter.every((one) => matches(one, stored)) &&
      (should.length === 0 || should.some((one) => matches(one, stored))) &&
      !not.some((one) => matches(one, stored))
    );
  }
  const values = {
    kind: stored.kind,
    _index: stored.index,
    _seq_no: stored.number,
    '@timestamp': iso(stored.at),
  };
  const [[field, condition] = ['', undefined]] = Object.entries(its);
  const value = values[field as keyof typeof values];
  if (kind === 'term') return value === condition;
  if (kind === 'terms') return (condition as unknown[]).includes(value);
  const { gte, lt, gt } = condition as { gte?: string; lt?: string; gt?: number };
  if (kind !== 'range' || value === undefined) throw new Error(`no ${kind} of ${field}`);
  return (
    (gte === undefined || value >= gte) &&
    (lt === undefined || value < lt) &&
    (gt === undefined || Number(value) > gt)
  );
}
