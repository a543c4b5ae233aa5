import { expect, test } from 'vitest';
import { expiredIndices } from './expired-indices.ts';

const now = new Date('2026-03-31T00:00:00Z');
const kept = (name: string, days: number) => expiredIndices([name], days, now).length === 0;

test.each([
  ['softphone-calls-2026.03.01', 29],
  ['softphone-calls-2026.03.w2', 16],
  ['softphone-calls-2026.02', 30],
  ['softphone-calls-2025.12', 89],
])('%s goes when its whole period is over for %i days', (name, days) => {
  expect(kept(name, days)).toBe(false);
  expect(kept(name, days + 1)).toBe(true);
});

test('what has no date in its name stays', () => {
  expect(kept('softphone-calls', 1)).toBe(true);
  expect(kept('softphone-calls-archive', 1)).toBe(true);
});
