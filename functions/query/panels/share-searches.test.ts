import { expect, test } from 'vitest';
import { type PanelSearch, tallied, whole } from './panel-search.ts';
import { shareSearches } from './share-searches.ts';

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
