import type { QueueNow } from '../../../model/query/queues-now.ts';
import { formatCount, notMeasured } from '../words/format-figure.ts';
import { formatDuration } from '../words/format-time.ts';

/** What is shown of a queue as a number. */
export type QueueColumn = {
  readonly name: string;
  readonly unit?: string;
  readonly of: (queue: QueueNow) => number | null;
  readonly format: (value: number) => string;
};

/** What Amazon Connect says of a queue now, in the order in which it is shown. */
export const queueColumns: readonly QueueColumn[] = [
  { name: 'Waiting', of: (its) => its.contactsInQueue, format: formatCount },
  { name: 'Longest wait', unit: 's', of: (its) => its.oldestContactSeconds, format: formatDuration },
  { name: 'Agents available', of: (its) => its.agentsAvailable, format: formatCount },
  { name: 'On a contact', of: (its) => its.agentsOnContact, format: formatCount },
  { name: 'In a break or the like', of: (its) => its.agentsNonProductive, format: formatCount },
  { name: 'Agents online', of: (its) => its.agentsOnline, format: formatCount },
];

/** A figure of a queue in words; a dash is what Amazon Connect does not say. */
export function queueFigure({ of, format }: QueueColumn, queue: QueueNow): string {
  const value = of(queue);
  return value === null ? notMeasured : format(value);
}
