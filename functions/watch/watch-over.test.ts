import { expect, test } from 'vitest';
import { type Watching, watchOver } from './watch-over.ts';

const now = new Date('2026-03-04T10:00:00Z');

function setUp(change: Partial<Watching> = {}) {
  const said: [string, number, object | undefined][] = [];
  const watching: Watching = {
    countAgentsOnline: async () => 2,
    recentData: async () => ({
      newest: new Date('2026-03-04T09:40:00Z'),
      pageVersions: { '1.2.0': 7, other: 1 },
    }),
    gauges: { measure: ({ name, value }, dimensions) => void said.push([name, value, dimensions]) },
    ...change,
  };
  return { watching, said };
}

test('says how many are signed in, for how long nothing came, and from which pages', async () => {
  const { watching, said } = setUp();
  await watchOver(watching, now);
  expect(said).toEqual([
    ['AgentsOnline', 2, undefined],
    ['Silence', 1200, undefined],
    ['PageVersionDocuments', 7, { pageVersion: '1.2.0' }],
    ['PageVersionDocuments', 1, { pageVersion: 'other' }],
  ]);
});

test('says nothing when it could not look', async () => {
  const refuse = async () => Promise.reject(new Error('refused'));
  for (const change of [{ countAgentsOnline: refuse }, { recentData: refuse }]) {
    const { watching, said } = setUp(change);
    await expect(watchOver(watching, now)).rejects.toThrow('refused');
    expect(said).toEqual([]);
  }
});
