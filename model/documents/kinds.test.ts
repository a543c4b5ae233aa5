import { expect, test } from 'vitest';
import { datedKinds, indexName, kindOfIndex, rotations } from './kinds.ts';

const at = new Date('2026-03-01T23:59:59.999Z'); // a Sunday

test('names the index by the UTC day, the week’s Monday or the month', () => {
  expect(indexName('softphone-calls', at, 'daily')).toBe('softphone-calls-2026.03.01');
  expect(indexName('softphone-calls', at, 'weekly')).toBe('softphone-calls-2026.02.23');
  expect(indexName('softphone-calls', at, 'monthly')).toBe('softphone-calls-2026.03');
});

test('a Monday begins its own week', () => {
  expect(indexName('x', new Date('2026-03-02T00:00:00Z'), 'weekly')).toBe('x-2026.03.02');
});

test.each(rotations)('an index of a %s rotation says its kind', (rotation) => {
  for (const kind of datedKinds) expect(kindOfIndex(indexName(kind, at, rotation))).toBe(kind);
});
