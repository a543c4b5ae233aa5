import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GroupStep, groupSteps } from './group-steps.ts';

const groups = fc.uniqueArray(fc.constantFrom('managers', 'admins', 'lisbon', 'billing', 'porto'));
const after = (present: readonly string[], { verb, group }: GroupStep) =>
  verb === 'join' ? [...present, group] : present.filter((its) => its !== group);
/** docs/security.md, "Who may see what". */
const seesAll = (its: readonly string[]) =>
  its.includes('admins') ||
  (its.includes('managers') && !its.some((group) => /lisbon|billing|porto/.test(group)));

test('leads from any groups to any others, and lets nobody see more on the way', () => {
  fc.assert(
    fc.property(groups, groups, (present, wanted) => {
      let now: readonly string[] = present;
      for (const step of groupSteps(present, wanted)) {
        now = after(now, step);
        if (!seesAll(present) && !seesAll(wanted)) expect(seesAll(now)).toBe(false);
      }
      expect(now.toSorted()).toEqual(wanted.toSorted());
    }),
  );
});

test('narrows before it opens, and closes before it widens', () => {
  const said = (present: readonly string[], wanted: readonly string[]) =>
    groupSteps(present, wanted).map(({ verb, group }) => `${verb} ${group}`);
  expect(said([], ['managers', 'lisbon'])).toEqual(['join lisbon', 'join managers']);
  expect(said(['lisbon', 'managers'], [])).toEqual(['leave managers', 'leave lisbon']);
  expect(said(['managers', 'lisbon'], ['managers', 'porto'])).toEqual(['join porto', 'leave lisbon']);
  expect(said(['admins'], ['managers', 'lisbon', 'lisbon'])).toEqual([
    'join lisbon',
    'leave admins',
    'join managers',
  ]);
});
