import { expect, test } from 'vitest';
import { expiredIndices } from './expired-indices.ts';

const now = new Date('2026-03-31T00:00:00Z');
const kept = (name: string, rotation: 'daily' | 'weekly' | 'monthly' | undefined, days: number) =>
  expiredIndices([{ name, rotation }], days, now).length === 0;

test('an index goes when its whole period is over for as long as the retention', () => {
  expect(kept('softphone-calls-2026.03.01', 'daily', 29)).toBe(false);
  expect(kept('softphone-calls-2026.03.02', 'daily', 29)).toBe(true);
  expect(kept('softphone-calls-2026.03.02', 'weekly', 22)).toBe(false);
  expect(kept('softphone-calls-2026.03.02', 'weekly', 23)).toBe(true);
  expect(kept('softphone-calls-2026.02', 'monthly', 30)).toBe(false);
  expect(kept('softphone-calls-2026.02', 'monthly', 31)).toBe(true);
});

test('an index of unknown rotation is kept as long as the longest that its name can mean', () => {
  expect(kept('softphone-calls-2026.03.02', undefined, 23)).toBe(true);
  expect(kept('softphone-calls-2026.03.02', undefined, 22)).toBe(false);
});

test('the month after December is January', () => {
  expect(kept('softphone-calls-2025.12', 'monthly', 89)).toBe(false);
  expect(kept('softphone-calls-2025.12', 'monthly', 90)).toBe(true);
});

test('what has no date in its name stays', () => {
  expect(kept('softphone-calls', 'daily', 1)).toBe(true);
  expect(kept('softphone-calls-archive', undefined, 1)).toBe(true);
});
