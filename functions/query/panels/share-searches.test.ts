import { expect, test } from 'vitest';
import { type Cut, type PanelSearch, searchOf, tallied, whole } from './panel-search.ts';
import { namesAllLines, shareSearches } from './share-searches.ts';

const columns = { name: 'overTime', clause: { date_histogram: {} } } as const;
const hours = { name: 'hourly', clause: { date_histogram: { interval: '1h' } } } as const;
const query = { match_all: {} };
const sum = (field: string) => ({ [field]: { sum: { field } } });
const search = (more: Partial<PanelSearch>): PanelSearch => ({ index: 'calls', query, aggs: {}, ...more });

test('pictures of the same documents over time are asked for once, with what both need', () => {
  const { searches, places } = shareSearches([
    search({ cut: columns, aggs: sum('a') }),
    search({ cut: hours, aggs: sum('a') }),
    search({ cut: columns, aggs: { ...sum('a'), ...sum('b') } }),
    search({ cut: hours, aggs: sum('c') }),
  ]);
  expect(searches).toEqual([
    search({ cut: columns, aggs: { ...sum('a'), ...sum('b') } }),
    search({ cut: hours, aggs: { ...sum('a'), ...sum('c') } }),
  ]);
  expect(places).toEqual([0, 1, 0, 1]);
});

test('the whole is the sum of its columns, whichever is asked for first', () => {
  const both = [search({ cut: whole, aggs: sum('a') }), search({ cut: columns, aggs: sum('b') })];
  for (const asked of [both, [...both].reverse()]) {
    const { searches, places } = shareSearches(asked);
    expect(searches).toEqual([search({ cut: columns, aggs: { ...sum('a'), ...sum('b') } })]);
    expect(places).toEqual([0, 0]);
  }
});

const lines: Cut = {
  name: 'lines',
  clause: { terms: { field: 'name' } },
  aggs: sum('count'),
  within: columns,
  partsBy: 'name',
};
const groups = (order: string) =>
  search({ aggs: { groups: {}, unknown: {} }, adds: { by: 'name', order, aggs: sum('d') } });

test('where every document is in a line, columns, the whole and groups are sums of theirs', () => {
  const ofLines = search({ cut: lines, aggs: sum('c') });
  const asked = [
    search({ cut: whole, aggs: sum('a') }),
    search({ cut: columns, aggs: sum('b') }),
    ofLines,
    groups('count'),
  ];
  const all = { ...sum('a'), ...sum('b'), ...sum('c'), ...sum('d') };
  expect(shareSearches(asked)).toEqual({
    searches: [search({ cut: lines, aggs: all })],
    places: [0, 0, 0, 0],
  });
  expect(searchOf(search({ cut: lines, aggs: sum('a') })).body.aggs).toEqual({
    lines: {
      terms: { field: 'name' },
      aggs: { ...sum('count'), overTime: { date_histogram: {}, aggs: sum('a') } },
    },
  });
  expect(shareSearches(asked, false).places).toEqual([0, 0, 1, 2]);
});

test('lines that may leave documents out, or are in another order than the groups, are nobody’s sum', () => {
  const { partsBy: _, ...some } = lines;
  const asked = [search({ cut: columns }), search({ cut: some }), groups('count')];
  expect(shareSearches(asked).places).toEqual([0, 1, 2]);
  expect(shareSearches([search({ cut: lines }), groups('doc_count')]).places).toEqual([0, 1]);
});

test('only of lines that stand for all it matters that none is left out', () => {
  const answer = (left: number) => ({ lines: { sum_other_doc_count: left, buckets: [] } });
  expect([0, 1].map((left) => namesAllLines(search({ cut: lines }), answer(left)))).toEqual([true, false]);
  expect(namesAllLines(search({ cut: columns }), answer(1))).toBe(true);
});

test('percentiles of values are asked for of the whole', () => {
  const percentiles = search({ cut: whole, aggs: { p: { percentiles: { field: 'a' } } } });
  const { searches } = shareSearches([percentiles, search({ cut: columns, aggs: sum('b') })]);
  expect(searches).toHaveLength(2);
});

test('other documents, other filters and what is not cut stay apart', () => {
  const asked = [
    search({ cut: whole }),
    search({ cut: whole, index: 'reports' }),
    search({ cut: whole, query: { match_none: {} } }),
    search({ aggs: sum('a') }),
    search({ aggs: sum('a') }),
    search({ cut: columns, index: 'api' }),
  ];
  expect(shareSearches(asked)).toEqual({ searches: asked, places: [0, 1, 2, 3, 4, 5] });
});

test('what is counted of one condition by several values is counted of it at once', () => {
  const by = (field: string) => ({ [field]: { terms: { field } } });
  const poor = (aggs?: object) => ({ poor: { filter: {}, ...(aggs ? { aggs } : {}) } });
  const { searches } = shareSearches([
    search({ cut: tallied, aggs: { ...by('site'), ...poor(by('site')) } }),
    search({ cut: tallied, aggs: poor() }),
    search({ cut: tallied, aggs: { ...by('os'), ...poor(by('os')) } }),
  ]);
  const both = { ...by('site'), ...by('os') };
  expect(searches).toEqual([search({ cut: tallied, aggs: { ...both, ...poor(both) } })]);
});
