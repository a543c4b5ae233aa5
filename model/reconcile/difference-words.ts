import type { Difference, DifferenceKind, DifferenceReason } from './difference.ts';

/** What a kind of difference is called, and what to do about it; for the page and the command alike. */
export const kindWords: Readonly<Record<DifferenceKind, { readonly name: string; readonly todo: string }>> = {
  recordSetAside: {
    name: 'Record set aside',
    todo: 'Mend the cause (Operating, set-aside), put it back with npm run replay -- --prefix messages/contact-records/, and send the day again.',
  },
  callWithoutRecord: {
    name: 'Softphone call without a record',
    todo: 'Look whether contact-records-late is raised. What Firehose has kept of the day comes with npm run backfill.',
  },
  callNotJoined: {
    name: 'Call missing in its contact’s document',
    todo: 'Look whether join-age or join-dead-letters is raised; contacts are put together again when their records come again.',
  },
  withoutStatistics: {
    name: 'Contact without statistics of the softphone',
    todo: 'Causes, Coverage, says which agents and sites: they work outside of the monitored page, or cannot send.',
  },
  countedWithoutRecord: {
    name: 'Counted by Amazon Connect, no record',
    todo: 'Look whether contact-records-late is raised. What Firehose has kept of the day comes with npm run backfill.',
  },
  recordNotCounted: {
    name: 'Record that Amazon Connect does not count',
    todo: 'Its figures become final after some hours: look again then.',
  },
  notPolled: {
    name: 'Interval without Amazon Connect’s figures',
    todo: 'Outside the hours in which metrics are polled that is meant so; else look whether an alarm of historicalMetrics is raised.',
  },
  fileNotSent: {
    name: 'File not sent',
    todo: 'Make and send the day again: npm run wfm -- send (docs/wfm.md).',
  },
  fileOutdated: {
    name: 'File older than its records',
    todo: 'The next run sends it again; at once: npm run wfm -- send (docs/wfm.md).',
  },
  contactNotSent: {
    name: 'Contact in no file',
    todo: 'The next run sends what came later; else send the day again: npm run wfm -- send (docs/wfm.md).',
  },
  contactOutdated: {
    name: 'Contact sent before its last update',
    todo: 'The next run sends what came later; else send the day again: npm run wfm -- send (docs/wfm.md).',
  },
  contactTwice: {
    name: 'Contact twice in a file',
    todo: 'Send the day again, and tell the receiver to take the newest: npm run wfm -- send (docs/wfm.md).',
  },
  sentWithoutRecord: {
    name: 'Sent, but no record any more',
    todo: 'Send the day again, so that the receiver has it no more either: npm run wfm -- send (docs/wfm.md).',
  },
};

const reasons: Readonly<Record<DifferenceReason, (its: Difference) => string>> = {
  setAside: ({ detail }) =>
    `its record is in the bucket of failed records${detail === undefined ? '' : `: ${detail}`}`,
  otherQueue: () => 'the setting collect leaves its queue out',
  notYet: () => 'too early to say: it may still come',
  notReceived: () => 'no record came',
  unexplained: () => 'nothing that is stored says why',
  cameLater: () => 'came after the file was sent',
  leftOut: () => 'was there when the file was sent, and is not in it as it is',
  notKept: () => 'erased, or never stored',
  noPage: () => 'its agent was outside of the monitored page, or could not send',
};

/** Why there is a difference, as a part of a sentence. */
export function reasonWords(its: Difference): string {
  const { contacts, counted, records } = its;
  const why = reasons[its.reason](its);
  if (counted !== undefined && records !== undefined)
    return `Amazon Connect counted ${counted}, ${records} have records; ${contacts} of the difference: ${why}`;
  return contacts === 1 || its.contactId !== undefined ? why : `${contacts} contacts: ${why}`;
}

/** What a difference is about: the contact, the queue, or the file. */
export function subjectWords({ contactId, queue, file }: Difference): string {
  return contactId ?? queue ?? file ?? '';
}
