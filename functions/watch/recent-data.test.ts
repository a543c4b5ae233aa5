import { expect, test } from 'vitest';
import { recentData } from './recent-data.ts';

const now = new Date('2026-03-04T10:00:00Z');
const answering = (body: object) => ({ search: async () => ({ body }) }) as never;

test('tells the newest and the versions; a version that is none is not named, because each name is paid for', async () => {
  const buckets = [
    { key: '1.2.0', doc_count: 7 },
    { key: '<script>', doc_count: 2 },
  ];
  const aggregations = {
    newest: { value: 1_772_617_200_000 },
    hour: { versions: { sum_other_doc_count: 3, buckets } },
  };
  expect(await recentData(answering({ aggregations }), now)).toEqual({
    newest: new Date('2026-03-04T09:40:00Z'),
    pageVersions: { '1.2.0': 7, other: 5 },
  });
});

test('a deployment that has stored nothing yet has no newest', async () => {
  expect(await recentData(answering({ hits: { hits: [] } }), now)).toEqual({
    newest: undefined,
    pageVersions: {},
  });
});
