import type { Cell } from '../csv/csv.ts';
import { inOrder } from '../documents/time-order.ts';
import type { WfmSettings } from '../settings/wfm.ts';
import { groupBy } from './group-by.ts';
import { intervalCells, intervalHeader, intervalOf, type Stretch } from './interval.ts';
import { agentQueueColumns, queueColumns } from './queue-figures.ts';
import { type QueuedContact, queuedOf, type WfmContact } from './wfm-contact.ts';

const names = (columns: readonly (readonly [string, unknown])[]) => columns.map(([name]) => name);
const queue = [...intervalHeader, 'queue_arn', 'queue_name'];

export const queueHeader = [...queue, ...names(queueColumns)];
export const agentQueueHeader = [...queue, 'agent_username', ...names(agentQueueColumns)];

/** Queue statistics: a row for each interval and queue that a contact came into. */
export function queueRows(
  contacts: readonly WfmContact[],
  stretch: Stretch,
  settings: WfmSettings,
): Cell[][] {
  const groups = groupBy(enqueuedIn(contacts, stretch), intervalAndQueue);
  return groups.map((its) => [
    ...queueCells(its, settings),
    ...queueColumns.map(([, of]) => of(its, settings)),
  ]);
}

/** Agent-queue statistics: a row for each interval, queue and agent who answered one of its contacts. */
export function agentQueueRows(
  contacts: readonly WfmContact[],
  stretch: Stretch,
  settings: WfmSettings,
): Cell[][] {
  const answered = enqueuedIn(contacts, stretch).filter(
    ({ agent, connectedToAgentAt }) => agent !== undefined && connectedToAgentAt !== undefined,
  );
  const groups = groupBy(answered, (its) => [...intervalAndQueue(its), its.agent ?? '']);
  return groups.map((its) => [
    ...queueCells(its, settings),
    its[0]?.agent,
    ...agentQueueColumns.map(([, of]) => of(its, settings)),
  ]);
}

function intervalAndQueue({ enqueuedAt, queueKey }: QueuedContact): string[] {
  return [new Date(intervalOf(enqueuedAt)).toISOString(), queueKey];
}

/** In the order in which they came into their queues: a queue may get a new name at any time. */
function enqueuedIn(contacts: readonly WfmContact[], { from, to }: Stretch): readonly QueuedContact[] {
  return queuedOf(contacts)
    .filter(({ enqueuedAt }) => Date.parse(enqueuedAt) >= from && Date.parse(enqueuedAt) < to)
    .sort((a, b) => inOrder(a.enqueuedAt, b.enqueuedAt) || inOrder(a.contactId, b.contactId));
}

function queueCells(its: readonly QueuedContact[], { zone }: WfmSettings): Cell[] {
  const last = its.at(-1);
  const cells = intervalCells(intervalOf(last?.enqueuedAt ?? ''), zone);
  return [...cells, last?.contactQueueArn, last?.contactQueue];
}
