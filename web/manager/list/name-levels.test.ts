import { expect, test } from 'vitest';
import { type SplitNames, splitNames, splitNamesWith } from '../../../dashboards/split-names.ts';
import { callColumns } from '../calls/columns.tsx';
import { contactColumns } from '../contacts/columns.tsx';
import { csvOfList } from './csv-of-list.ts';
import { nameLevels } from './name-levels.ts';

test.each([
  ['calls', (names: SplitNames) => csvOfList([], nameLevels(callColumns, names))],
  ['contacts', (names: SplitNames) => csvOfList([], nameLevels(contactColumns, names))],
])('the levels of %s are called as the instance calls them, in a file too', (_, head) => {
  const named = splitNamesWith({ level1: 'Department', level2: 'Queue' });
  expect(head(named)).toContain('"Department","Queue (hierarchy)","Hierarchy level 3"');
  expect(head(splitNames)).toContain('"Hierarchy level 1","Hierarchy level 2","Hierarchy level 3"');
});
