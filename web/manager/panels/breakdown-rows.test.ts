import { expect, test } from 'vitest';
import { mos } from '../../../dashboards/measures/audio.ts';
import { poorCalls } from '../../../dashboards/measures/calls.ts';
import { type Group, mostOf, newGroups, sortGroups, sortingOf } from './breakdown-rows.ts';

const group = (
  key: string | null,
  value: number | null,
  restsOn: number,
  before: Group['before'] = {},
): Group => ({
  key,
  now: { poorCalls: { value, restsOn }, mos: { value, restsOn } },
  before,
});
const keys = (groups: readonly Group[]) => groups.map(({ key }) => key);

test('the worst come first, and then what is too little to compare: it must not alarm', () => {
  const groups = [group('few', 90, 3), group('good', 1, 100), group('none', null, 0), group('bad', 20, 100)];
  expect(keys(sortGroups(groups, [poorCalls], sortingOf(poorCalls)))).toEqual(['bad', 'good', 'few', 'none']);
});

test('of a measure of which more is better the least comes first', () => {
  const groups = [group('high', 4.3, 100), group('low', 3.1, 100)];
  expect(keys(sortGroups(groups, [mos], sortingOf(mos)))).toEqual(['low', 'high']);
});

test('names are sorted as people sort them', () => {
  const groups = [group('b', 1, 100), group('a', 2, 100)];
  expect(keys(sortGroups(groups, [poorCalls], { id: 'name', isDescending: false }))).toEqual(['a', 'b']);
});

test('new is what was not there before, unless there was nothing at all', () => {
  const known = group('known', 1, 100);
  const added = group('added', 1, 100, null);
  const unknown = group(null, 1, 100, null);
  expect([...newGroups([known, added, unknown])]).toEqual(['added']);
  expect([...newGroups([added, unknown])]).toEqual([]);
});

test('bars are as long as what rests on enough; what does not may fill its place', () => {
  expect(mostOf(poorCalls, [group('few', 100, 2), group('bad', 20, 100)])).toBe(20);
  expect(mostOf(poorCalls, [group('few', 100, 2)])).toBe(100);
});
