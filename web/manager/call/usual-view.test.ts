import { expect, test } from 'vitest';
import { usualView } from './usual-view.ts';

test('a call is compared with its agent’s of the 30 days before, and not with itself', () => {
  expect(usualView({ agent: 'ana.silva', startedAt: '2026-11-18T10:00:00.000Z' })).toEqual({
    range: { kind: 'fixed', from: '2026-10-19T10:00:00.000Z', to: '2026-11-18T10:00:00.000Z' },
    chosen: { values: { agent: ['ana.silva'] }, ratings: [] },
  });
});
