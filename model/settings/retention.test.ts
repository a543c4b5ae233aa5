import { expect, test } from 'vitest';
import { daysOf, longestDays, retentionDaysByKind, shortestDays } from './retention.ts';

const retention = {
  retentionDays: 90,
  retentionDaysByKind: { 'softphone-stream-stats': 7, 'softphone-calls': 400 },
} as const;

test('a kind’s own retention counts before the general one', () => {
  expect(daysOf(retention, 'softphone-stream-stats')).toBe(7);
  expect(daysOf(retention, 'softphone-call-reports')).toBe(90);
  expect(shortestDays(retention, ['softphone-calls', 'softphone-stream-stats'])).toBe(7);
  expect(shortestDays(retention, ['softphone-calls', 'softphone-call-reports'])).toBe(90);
  expect(longestDays(retention)).toBe(400);
  expect(longestDays({ retentionDays: 30 })).toBe(30);
});

test.each([{ 'softphone-cals': 7 }, { 'softphone-calls': 0 }, { 'connect-users': 7 }])(
  'refuses %j',
  (given) => {
    expect(retentionDaysByKind.safeParse(given).success).toBe(false);
  },
);
