import type { SentFile } from '../../wfm/sent-file.ts';
import type { Difference } from '../difference.ts';
import type { DaySources, RecordedContact } from '../sources.ts';
import { asSent, fileAt, iso, sentAt } from './whole-day.ts';

type Plant = {
  readonly does: (sources: DaySources, its: RecordedContact, next: RecordedContact) => DaySources;
  readonly finds: (its: RecordedContact) => Partial<Difference>[];
};

/** Each a fault of one contact, and what of it is to be found. */
export const plants: Readonly<Record<string, Plant>> = {
  'a record that was set aside': {
    does: (sources, its) => ({
      ...without(sources, its),
      setAside: [
        ...sources.setAside,
        {
          key: `messages/contact-records/${its.contactId}.json`,
          reason: 'invalid',
          contactId: its.contactId,
          initiatedAt: its.initiatedAt,
          ...(its.enqueuedAt ? { enqueuedAt: its.enqueuedAt } : {}),
          ...(its.contactQueueArn ? { queueArn: its.contactQueueArn } : {}),
        },
      ],
    }),
    finds: ({ contactId, contactQueue }) => [
      { kind: 'recordSetAside', reason: 'setAside', contactId },
      { kind: 'callWithoutRecord', reason: 'setAside', contactId },
      { kind: 'countedWithoutRecord', reason: 'setAside', queue: contactQueue ?? '', contacts: 1 },
      { kind: 'sentWithoutRecord', contactId },
    ],
  },
  'a record that never came': {
    does: (sources, its) => unsent(without(sources, its), its),
    finds: ({ contactId, contactQueue }) => [
      { kind: 'callWithoutRecord', reason: 'notReceived', contactId },
      { kind: 'countedWithoutRecord', reason: 'notReceived', queue: contactQueue ?? '', contacts: 1 },
    ],
  },
  'a contact that is not in the file': {
    does: unsent,
    finds: ({ contactId }) => [{ kind: 'contactNotSent', reason: 'leftOut', contactId }],
  },
  'a record that was updated after the file was sent': {
    does: (sources, its) =>
      replaced(sources, its, {
        updatedAt: iso(Date.parse(sentAt) + 1000),
        receivedAt: iso(Date.parse(sentAt) + 2000),
      }),
    finds: ({ contactId, initiatedAt }) => [
      { kind: 'contactOutdated', reason: 'cameLater', contactId },
      { kind: 'fileOutdated', file: fileAt('queue-statistics', initiatedAt) },
    ],
  },
  'a contact that is in the file twice': {
    does: (sources, its) =>
      changedFiles(sources, (listed, file) =>
        file === fileAt('contacts', its.initiatedAt) ? [...listed, asSent(its)] : listed,
      ),
    finds: ({ contactId, initiatedAt }) => [
      { kind: 'contactTwice', contactId, file: fileAt('contacts', initiatedAt) },
    ],
  },
  'a contact that was erased after it was sent': {
    does: (sources, its) => {
      const { calls, counted = [], ...rest } = without(sources, its);
      const isIts = (count: (typeof counted)[number]) =>
        count.queueArn === its.contactQueueArn &&
        Date.parse(its.initiatedAt) >= count.from &&
        Date.parse(its.initiatedAt) < count.to;
      return {
        ...rest,
        calls: calls.filter(({ contactId }) => contactId !== its.contactId),
        counted: counted.map((count) => (isIts(count) ? { ...count, contacts: count.contacts - 1 } : count)),
      };
    },
    finds: ({ contactId }) => [{ kind: 'sentWithoutRecord', contactId }],
  },
  'an hour of which a file was never sent': {
    does: (sources, { initiatedAt }) => {
      const { kinds = [], hours = [], files = [] } = sources.sent ?? {};
      const file = fileAt('agent-performance', initiatedAt);
      return { ...sources, sent: { kinds, hours, files: files.filter((one) => one.file !== file) } };
    },
    finds: ({ initiatedAt }) => [
      { kind: 'fileNotSent', reason: 'unexplained', file: fileAt('agent-performance', initiatedAt) },
    ],
  },
  'a contact that lacks its statistics': {
    does: (sources, its) => replaced(sources, its, { hasStatistics: false }),
    finds: ({ contactId }) => [{ kind: 'withoutStatistics', contactId }],
  },
  'a call that its contact does not know of': {
    does: (sources, its) => replaced(sources, its, { calls: [] }),
    finds: ({ contactId }) => [{ kind: 'callNotJoined', reason: 'unexplained', contactId }],
  },
};

function without(sources: DaySources, { contactId }: RecordedContact): DaySources {
  return { ...sources, contacts: sources.contacts.filter((one) => one.contactId !== contactId) };
}

function replaced(sources: DaySources, its: RecordedContact, by: Partial<RecordedContact>): DaySources {
  const { contacts: all } = sources;
  return {
    ...sources,
    contacts: all.map((one) => (one.contactId === its.contactId ? { ...one, ...by } : one)),
  };
}

type Listed = NonNullable<SentFile['contacts']>;

function changedFiles(sources: DaySources, change: (listed: Listed, file: string) => Listed): DaySources {
  const { kinds = [], hours = [], files = [] } = sources.sent ?? {};
  const changed = files.map((its) =>
    its.contacts ? { ...its, contacts: change(its.contacts, its.file) } : its,
  );
  return { ...sources, sent: { kinds, hours, files: changed } };
}

function unsent(sources: DaySources, { contactId }: RecordedContact): DaySources {
  return changedFiles(sources, (listed) => listed.filter((one) => one.contactId !== contactId));
}
