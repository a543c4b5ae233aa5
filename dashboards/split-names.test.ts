import { expect, test } from 'vitest';
import { splitNames, splitNamesWith } from './split-names.ts';

test('levels are called as the instance calls them, and by their number where it has no name', () => {
  const names = splitNamesWith({ level1: 'Department', level2: 'Team' });
  expect([names.level1, names.level2].map(({ one, many }) => [one, many])).toEqual([
    ['Department', 'Department'],
    ['Team', 'Team'],
  ]);
  expect([names.level3, names.queue]).toEqual([splitNames.level3, splitNames.queue]);
  expect(splitNamesWith({})).toEqual(splitNames);
});

test('a level that is called like something else is told from it', () => {
  const { level1, level2, site } = splitNamesWith({ level1: 'site', level2: 'Agent' });
  expect([level1.one, level2.one, site.one]).toEqual(['site (hierarchy)', 'Agent (hierarchy)', 'Site']);
});
