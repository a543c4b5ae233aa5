import type { Cell } from '../csv/csv.ts';
import { inOrder } from '../documents/time-order.ts';
import type { Stretch } from './interval.ts';
import type { WfmContact } from './wfm-contact.ts';

type Column = readonly [name: string, of: (contact: WfmContact) => Cell];

/** One row per contact, by the names that Connect's record has for it; times in UTC, durations in seconds. */
const columns: readonly Column[] = [
  ['ContactId', (its) => its.contactId],
  ['Channel', (its) => its.channel],
  ['InitiationMethod', (its) => its.initiationMethod],
  ['InitiationTimestamp', (its) => its.initiatedAt],
  ['DisconnectTimestamp', (its) => its.disconnectedAt],
  ['DisconnectReason', (its) => its.disconnectReason],
  ['Queue_ARN', (its) => its.contactQueueArn],
  ['Queue_Name', (its) => its.contactQueue],
  ['Queue_EnqueueTimestamp', (its) => its.enqueuedAt],
  ['Queue_Duration', (its) => its.queueSeconds],
  ['Agent_ARN', (its) => its.agentArn],
  ['Agent_Username', (its) => its.agent],
  ['Agent_ConnectedToAgentTimestamp', (its) => its.connectedToAgentAt],
  ['Agent_AgentInteractionDuration', (its) => its.talkSeconds],
  ['Agent_CustomerHoldDuration', (its) => its.holdSeconds],
  ['Agent_AfterContactWorkDuration', (its) => its.afterContactWorkSeconds],
  ['TransferCompletedTimestamp', (its) => its.transfer?.completedAt],
  ['TransferredToEndpoint_Type', (its) => its.transferredToEndpoint?.type],
  ['LastUpdateTimestamp', (its) => its.updatedAt],
];

export const contactHeader = columns.map(([name]) => name);

/** The contacts that began in a stretch of time, as rows. */
export function contactRows(contacts: readonly WfmContact[], { from, to }: Stretch): Cell[][] {
  return contacts
    .filter(({ initiatedAt }) => Date.parse(initiatedAt) >= from && Date.parse(initiatedAt) < to)
    .sort((a, b) => inOrder(a.initiatedAt, b.initiatedAt) || inOrder(a.contactId, b.contactId))
    .map((contact) => columns.map(([, of]) => of(contact)));
}
