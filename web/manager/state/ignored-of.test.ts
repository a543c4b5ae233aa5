import { expect, test } from 'vitest';
import { ignoredOf } from './ignored-of.ts';

const chosen = {
  values: { operation: ['acceptContact', 'putAgentState'], queue: ['Billing'], site: ['Lisbon'] },
  ratings: ['poor'],
  missed: false,
} as const;

test('a call was asked for by no operation, an API call belongs to no queue', () => {
  expect(ignoredOf(chosen, 'softphone-calls')).toEqual(['operation']);
  expect(ignoredOf(chosen, 'softphone-api-metrics')).toEqual(['queue', 'rating', 'missed']);
  expect(ignoredOf({ values: { site: ['Lisbon'] }, ratings: [] }, 'softphone-calls')).toEqual([]);
});
