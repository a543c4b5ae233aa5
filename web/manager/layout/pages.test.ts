import { expect, test } from 'vitest';
import { pageIds } from '../../../model/query/page.ts';
import { groupsFor, isAt, pages } from './pages.ts';

const pathsFor = (isAdmin: boolean) =>
  groupsFor({ isAdmin }).flatMap((group) => group.pages.map(({ path }) => path));

test('an admin is led to every page, once; a manager to all but those for admins, without an empty group', () => {
  const all = pages.map(({ path }) => path);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(expect.arrayContaining(pageIds.map((id) => `/${id}`)));
  expect(pathsFor(true)).toEqual(all);
  expect(pathsFor(false)).toEqual(all.filter((path) => !['/health', '/reconciliation'].includes(path)));
  expect(groupsFor({ isAdmin: false }).every((group) => group.pages.length > 0)).toBe(true);
});

test('one call belongs to the list of calls, and nothing but the front page to the front page', () => {
  expect(isAt('/calls', '/calls/1/ana.silva')).toBe(true);
  expect(isAt('/calls', '/callsomebody')).toBe(false);
  expect(isAt('/', '/calls')).toBe(false);
  expect(isAt('/', '/')).toBe(true);
});
