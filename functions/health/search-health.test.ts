import { expect, test } from 'vitest';
import { indicesByKind } from './search-health.ts';

const row = (index: string, documents: number, bytes: number) => ({
  index,
  'docs.count': documents,
  'store.size': bytes,
});

test('adds up the indices of a kind, and names the oldest and the newest', () => {
  const rows = [
    row('softphone-calls-2026.03.02', 2, 20),
    row('connect-users', 60, 5),
    row('softphone-calls-2026.02.28', 1, 10),
    row('softphone-call-reports-2026.03', 4, 40),
  ];
  expect(indicesByKind(rows)).toEqual([
    {
      kind: 'connect-users',
      count: 1,
      oldest: 'connect-users',
      newest: 'connect-users',
      documents: 60,
      bytes: 5,
    },
    {
      kind: 'softphone-call-reports',
      count: 1,
      oldest: 'softphone-call-reports-2026.03',
      newest: 'softphone-call-reports-2026.03',
      documents: 4,
      bytes: 40,
    },
    {
      kind: 'softphone-calls',
      count: 2,
      oldest: 'softphone-calls-2026.02.28',
      newest: 'softphone-calls-2026.03.02',
      documents: 3,
      bytes: 30,
    },
  ]);
});
