import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactsQuery } from '../../../model/query/contacts.ts';
import { fromQueryString } from '../../../model/query/filters.ts';
import { faults } from '../../../model/verdict/verdict.ts';
import { type ContactFilters, readContactFilters, writeContactFilters } from './contact-filters.ts';

const texts = fc.uniqueArray(fc.string({ maxLength: 40 }), { minLength: 1, maxLength: 3 });
const filters: fc.Arbitrary<ContactFilters> = fc.record(
  {
    values: fc.record(
      {
        channel: texts,
        disconnectReason: texts,
        initiationMethod: texts,
        verdict: fc.subarray([...faults, ''], { minLength: 1 }),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    lacksStatistics: fc.boolean(),
  },
  { requiredKeys: ['values'], noNullPrototype: true },
);
const range: [string, string][] = [
  ['from', '2026-03-04T00:00:00Z'],
  ['to', '2026-03-05T00:00:00Z'],
];

test('an address shows another person the same contacts', () => {
  fc.assert(
    fc.property(filters, (chosen) => {
      expect(readContactFilters(new URLSearchParams(writeContactFilters(chosen)))).toEqual(chosen);
    }),
  );
});

test('the API takes what the page chose', () => {
  fc.assert(
    fc.property(filters, (chosen) => {
      const query = fromQueryString([...range, ...writeContactFilters(chosen)]);
      expect(contactsQuery.safeParse(query).error).toBeUndefined();
    }),
  );
});

test('a verdict that there is not is left out', () => {
  expect(readContactFilters(new URLSearchParams('verdict=nobody&verdict=agent'))).toEqual({
    values: { verdict: ['agent'] },
  });
  expect(readContactFilters(new URLSearchParams('verdict=nobody'))).toEqual({ values: {} });
});
