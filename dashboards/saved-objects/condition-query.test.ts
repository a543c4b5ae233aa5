import { expect, test } from 'vitest';
import { conditionQuery } from './condition-query.ts';

test.each([
  [[], ''],
  [[{ field: 'setupFailed' }], 'setupFailed: *'],
  [[{ field: 'rating', is: ['poor'] }], 'rating: "poor"'],
  [[{ field: 'rating', is: ['good', 'fair'] }], 'rating: ("good" or "fair")'],
  [[{ field: 'missed', is: [true] }], 'missed: true'],
  [[{ field: 'talkSeconds', below: 10 }], 'talkSeconds < 10'],
  [[{ field: 'iceRestarts', atLeast: 1, below: 3 }], 'iceRestarts >= 1 and iceRestarts < 3'],
  [[{ field: 'kind', is: ['summary'] }, { field: 'count' }], 'kind: "summary" and count: *'],
  [
    [
      {
        anyOf: [
          { field: 'a' },
          {
            allOf: [
              { field: 'b', below: 3 },
              { field: 'c', is: [true] },
            ],
          },
        ],
      },
      { field: 'd' },
    ],
    '(a: * or (b < 3 and c: true)) and d: *',
  ],
  [[{ field: 'a' }, { not: { anyOf: [{ field: 'b' }, { field: 'c' }] } }], 'a: * and not ((b: * or c: *))'],
])('%j is %j', (conditions, query) => {
  expect(conditionQuery(conditions)).toBe(query);
});
