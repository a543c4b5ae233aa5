import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratings } from '../../../model/quality/rating.ts';
import { dimensions } from '../../../model/query/dimension.ts';
import { fromQueryString, overviewQuery } from '../../../model/query/filters.ts';
import { defaultRange, instantsOf, type Range, readRange } from './range.ts';
import { everything, narrowTo, readView, type View, widen, writeChosen, writeView } from './view.ts';

const range: fc.Arbitrary<Range> = fc.oneof(
  fc.constant<Range>({ kind: 'today' }),
  fc.record({
    kind: fc.constant('last' as const),
    amount: fc.integer({ min: 1, max: 400 }),
    unit: fc.constantFrom('m' as const, 'h' as const, 'd' as const),
  }),
  fc.tuple(fc.integer({ min: 0, max: 2e12 }), fc.integer({ min: 1, max: 1e10 })).map(([from, length]) => ({
    kind: 'fixed' as const,
    from: new Date(from).toISOString(),
    to: new Date(from + length).toISOString(),
  })),
);
const view: fc.Arbitrary<View> = fc.record({
  range,
  chosen: fc.record(
    {
      values: fc.dictionary(
        fc.constantFrom(...dimensions, 'operation'),
        fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 3 }),
        { noNullPrototype: true },
      ),
      ratings: fc.subarray([...ratings]),
      missed: fc.boolean(),
      setupFailed: fc.boolean(),
    },
    { requiredKeys: ['values', 'ratings'] },
  ),
});

test('an address shows another person the same', () => {
  fc.assert(
    fc.property(view, (view) => {
      const address = writeView(view).toString();
      expect(readView(new URLSearchParams(address))).toEqual(view);
    }),
  );
});

test('whatever an address says, the page opens', () => {
  fc.assert(
    fc.property(fc.string(), (address) => {
      const read = readView(new URLSearchParams(address));
      expect(readView(writeView(read))).toEqual(read);
    }),
  );
});

test('the API takes what the page chose', () => {
  fc.assert(
    fc.property(view, (view) => {
      const { from, to } = { from: '2026-03-04T00:00:00Z', to: '2026-03-05T00:00:00Z' };
      const query = [['from', from] as const, ['to', to] as const, ...writeChosen(view.chosen)];
      expect(overviewQuery.safeParse(fromQueryString(query)).success).toBe(true);
    }),
  );
});

test.each([
  'range=9999d',
  'range=0h',
  'range=1y',
  'from=x&to=y',
  'from=2026-03-05T00:00:00Z&to=2026-03-04T00:00:00Z',
])('reads %s as the usual range', (address) =>
  expect(readRange(new URLSearchParams(address))).toEqual(defaultRange),
);

test('moving ranges end now; today begins at midnight', () => {
  const now = Date.parse('2026-03-04T10:00:00Z');
  const midnight = Date.parse('2026-03-03T23:00:00Z');
  const to = '2026-03-04T10:00:00.000Z';
  expect(instantsOf({ kind: 'today' }, now, midnight)).toEqual({ from: '2026-03-03T23:00:00.000Z', to });
  expect(instantsOf({ kind: 'last', amount: 90, unit: 'm' }, now, midnight)).toEqual({
    from: '2026-03-04T08:30:00.000Z',
    to,
  });
  expect(
    instantsOf({ kind: 'today' }, midnight, midnight).from <
      instantsOf({ kind: 'today' }, midnight, midnight).to,
  ).toBe(true);
});

test('narrowing and widening again changes nothing else', () => {
  const narrowed = narrowTo({ ...everything.chosen, ratings: ['poor'] }, 'site', 'Krakow');
  expect(narrowed.values).toEqual({ site: ['Krakow'] });
  expect(widen(narrowed, 'site')).toEqual({ values: {}, ratings: ['poor'] });
});
