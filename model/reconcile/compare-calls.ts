import { groupBy } from '../wfm/group-by.ts';
import type { Difference, DifferenceReason } from './difference.ts';
import { isWithin } from './is-within.ts';
import { isOtherQueue } from './queue-key.ts';
import type { DaySources, RecordedContact, SeenCall, Terms } from './sources.ts';
import { isYoung } from './young.ts';

/** What the softphones' calls say of contacts that the records do not, and the other way round. */
export function compareCalls(sources: DaySources, terms: Terms): Difference[] {
  const contacts = new Map(sources.contacts.map((contact) => [contact.contactId, contact]));
  const setAside = new Set(sources.setAside.flatMap(({ contactId }) => contactId ?? []));
  return [
    ...groupBy(sources.calls, ({ contactId }) => [contactId]).flatMap((calls) => {
      const contactId = calls[0]?.contactId ?? '';
      const contact = contacts.get(contactId);
      if (!contact) return withoutRecord(calls, setAside.has(contactId), terms);
      return calls.flatMap((call) => notJoined(call, contact, terms));
    }),
    ...sources.contacts.flatMap((contact) => withoutStatistics(contact, terms)),
  ];
}

/** A contact that rang at several agents is missing once. */
function withoutRecord([call]: readonly SeenCall[], isSetAside: boolean, terms: Terms): Difference[] {
  if (!call) return [];
  const reason = isSetAside ? 'setAside' : whyNoRecord(call, terms);
  return [{ kind: 'callWithoutRecord', reason, ...aboutCall(call) }];
}

function whyNoRecord(call: SeenCall, { now, queues }: Terms): DifferenceReason {
  if (isOtherQueue({ queueArn: call.contactQueueArn, queue: call.contactQueue }, queues)) return 'otherQueue';
  return isYoung(endOf(call), now) ? 'notYet' : 'notReceived';
}

function notJoined(call: SeenCall, { calls }: RecordedContact, { now }: Terms): Difference[] {
  if (calls.some(({ agent }) => agent === call.agent)) return [];
  const reason = isYoung(endOf(call), now) ? 'notYet' : 'unexplained';
  return [{ kind: 'callNotJoined', reason, ...aboutCall(call) }];
}

function withoutStatistics(contact: RecordedContact, { day }: Terms): Difference[] {
  const { contactId, initiatedAt, agent, contactQueue, expectsStatistics, hasStatistics } = contact;
  if (!expectsStatistics || hasStatistics || !isWithin(initiatedAt, day)) return [];
  return [
    {
      kind: 'withoutStatistics',
      reason: 'noPage',
      contactId,
      at: initiatedAt,
      contacts: 1,
      ...(contactQueue === undefined ? {} : { queue: contactQueue }),
      ...(agent === undefined ? {} : { agent }),
    },
  ];
}

function aboutCall({ contactId, startedAt, agent, contactQueue, contactQueueArn }: SeenCall) {
  const queue = contactQueue ?? contactQueueArn;
  return { contactId, at: startedAt, contacts: 1, agent, ...(queue === undefined ? {} : { queue }) };
}

function endOf({ startedAt, endedAt = startedAt }: SeenCall): number {
  return Date.parse(endedAt);
}
