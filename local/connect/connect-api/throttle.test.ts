import { expect, test } from 'vitest';
import { makeThrottle } from './throttle.ts';

test('lets five at once through, then two a second, of each operation apart', () => {
  let clock = 0;
  const throttle = makeThrottle(() => clock);
  const passes = (operation = 'users-summary') => {
    try {
      throttle(operation);
      return true;
    } catch (error) {
      expect(error).toMatchObject({ status: 429, type: 'ThrottlingException' });
      return false;
    }
  };
  expect(Array.from({ length: 7 }, () => passes())).toEqual([true, true, true, true, true, false, false]);
  expect(passes('queues-summary')).toBe(true);
  clock = 499;
  expect(passes()).toBe(false);
  clock = 500;
  expect([passes(), passes()]).toEqual([true, false]);
  clock = 60_000;
  expect(Array.from({ length: 6 }, () => passes())).toEqual([true, true, true, true, true, false]);
});
