import { isObject } from './keep-fields.ts';

/**
 * A queue as the settings leave it, which says so where it came without its name: whoever stores it may look that up.
 *
 * @param isNameKept of what the settings keep no name of none is looked up
 */
export function sayNameless(queue: unknown, isNameKept: boolean): unknown {
  return isNameKept && isObject(queue) && queue.Name === undefined ? { ...queue, Name: null } : queue;
}
