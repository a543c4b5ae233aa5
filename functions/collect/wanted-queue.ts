import { isObject } from './keep-fields.ts';

/**
 * Whether what is of a queue is wanted. What is of none, such as a contact that was given up before it came into one, is
 * not, where queues are listed.
 *
 * @param queue as Connect writes it: `{"ARN": …, "Name": …}`
 */
export function isWantedQueue(queue: unknown, queues: readonly string[] | undefined): boolean {
  if (!queues) return true;
  return isObject(queue) && queues.some((listed) => listed === queue.Name || listed === queue.ARN);
}
