import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayStretch, intervalMillis } from '../wfm/interval.ts';
import type { Difference } from './difference.ts';
import { reconcileDay } from './reconcile-day.ts';
import type { DaySources, RecordedContact, SentOnce, Terms } from './sources.ts';

/** Berlin's clocks go back on this day. */
const day = dayStretch('2026-10-25', 'Europe/Berlin');
const terms: Terms = { day, now: day.to + 86_400_000 };
const arn = (queue: string) => `arn:aws:connect:eu-central-1:1:instance/i/queue/${queue}`;
const iso = (at: number) => new Date(at).toISOString();
const sentAt = iso(day.to + 3_600_000);

/** A contact of which all sources say the same. */
const contacts = fc
  .array(
    fc.record({
      second: fc.integer({ min: 0, max: (day.to - day.from) / 1000 - 1 }),
      queue: fc.constantFrom('Billing', 'Sales', 'Support'),
    }),
    { minLength: 12, maxLength: 60 },
  )
  .map((its) => its.map(({ second, queue }, i) => recorded(`c${i}`, day.from + 1000 * second, queue)));

function recorded(contactId: string, at: number, queue: string): RecordedContact {
  return {
    contactId,
    initiatedAt: iso(at),
    enqueuedAt: iso(at),
    updatedAt: iso(at + 400_000),
    receivedAt: iso(at + 460_000),
    agent: 'ana.silva',
    contactQueue: queue,
    contactQueueArn: arn(queue),
    channel: 'VOICE',
    initiationMethod: 'INBOUND',
    calls: [{ agent: 'ana.silva' }],
    expectsStatistics: true,
    hasStatistics: true,
  };
}

/** All that is known of a day of which every source says the same. */
function wholeDay(all: readonly RecordedContact[], minutes: 15 | 30): DaySources {
  return {
    contacts: all,
    setAside: [],
    calls: all.map(({ contactId, initiatedAt }) => ({
      contactId,
      agent: 'ana.silva',
      startedAt: initiatedAt,
      endedAt: initiatedAt,
    })),
    sent: {
      kinds: ['contacts', 'queue-statistics'],
      files: [
        { kind: 'contacts', file: 'contacts-2026-10-25.csv', sentAt, contacts: all.map(asSent) },
        { kind: 'queue-statistics', file: 'queue-statistics-2026-10-25.csv', sentAt },
      ],
    },
    counted: countsOf(all, minutes),
  };
}

const asSent = ({ contactId, updatedAt }: RecordedContact) => ({ contactId, lastUpdateTimestamp: updatedAt });

function countsOf(all: readonly RecordedContact[], minutes: 15 | 30) {
  const millis = (minutes / 15) * intervalMillis;
  const counts = [];
  for (let from = day.from; from < day.to; from += millis)
    for (const queue of ['Billing', 'Sales', 'Support']) {
      const its = all.filter(({ initiatedAt, contactQueue }) => {
        const at = Date.parse(initiatedAt);
        return contactQueue === queue && at >= from && at < from + millis;
      });
      counts.push({ queueArn: arn(queue), queue, from, to: from + millis, contacts: its.length });
    }
  return counts;
}

const minutes = fc.constantFrom<15 | 30>(15, 30);

test('where all say the same there is no difference, be the figures of 15 or of 30 minutes', () => {
  fc.assert(
    fc.property(contacts, minutes, (all, each) => {
      const { counts, differences } = reconcileDay(wholeDay(all, each), terms);
      expect(differences).toEqual([]);
      const number = all.length;
      expect(counts).toMatchObject({
        records: number,
        queued: number,
        counted: number,
        sent: number,
        called: number,
      });
    }),
  );
});

type Plant = {
  readonly does: (sources: DaySources, its: RecordedContact, next: RecordedContact) => DaySources;
  readonly finds: (its: RecordedContact) => Partial<Difference>[];
};

/** Each a fault of one contact, and what of it is to be found. */
const plants: Readonly<Record<string, Plant>> = {
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
    finds: ({ contactId }) => [
      { kind: 'contactOutdated', reason: 'cameLater', contactId },
      { kind: 'fileOutdated', file: 'queue-statistics-2026-10-25.csv' },
    ],
  },
  'a contact that is in the file twice': {
    does: (sources, its) => changedFiles(sources, (listed) => [...listed, asSent(its)]),
    finds: ({ contactId }) => [{ kind: 'contactTwice', contactId, file: 'contacts-2026-10-25.csv' }],
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

type Listed = NonNullable<SentOnce['contacts']>;

function changedFiles(sources: DaySources, change: (listed: Listed) => Listed): DaySources {
  const { kinds = [], files = [] } = sources.sent ?? {};
  const changed = files.map((file) => (file.contacts ? { ...file, contacts: change(file.contacts) } : file));
  return { ...sources, sent: { kinds, files: changed } };
}

function unsent(sources: DaySources, { contactId }: RecordedContact): DaySources {
  return changedFiles(sources, (listed) => listed.filter((one) => one.contactId !== contactId));
}

const shown = (its: Partial<Difference>) => `${its.kind} ${its.contactId ?? its.queue ?? its.file}`;

test('whatever is planted is found and named, and nothing else', () => {
  const names = fc.shuffledSubarray(Object.keys(plants), { minLength: 1 });
  fc.assert(
    fc.property(contacts, minutes, names, (all, each, planted) => {
      let sources = wholeDay(all, each);
      const expected: Partial<Difference>[] = [];
      planted.forEach((name, i) => {
        const [its, next] = [all[i], all[i + 1]];
        const plant = plants[name];
        if (!its || !next || !plant) throw new Error('too few contacts');
        sources = plant.does(sources, its, next);
        expected.push(...plant.finds(its));
      });
      const { differences } = reconcileDay(sources, terms);
      for (const one of expected) expect(differences).toContainEqual(expect.objectContaining(one));
      const allowed = new Set(expected.map(shown));
      expect(differences.map(shown).filter((one) => !allowed.has(one))).toEqual([]);
    }),
  );
});

const oneContact = recorded('c1', day.from + 60_000, 'Sales');
const found = (sources: DaySources, its: Terms = terms) => reconcileDay(sources, its).differences;

test('of a queue that the settings leave out nothing is missing without a reason', () => {
  const { contacts: _, ...sources } = { ...wholeDay([oneContact], 15), sent: undefined };
  const { sent: _none, ...known } = { ...sources, contacts: [] };
  const calls = known.calls.map((call) => ({ ...call, contactQueue: 'Sales' }));
  expect(found({ ...known, calls }, { ...terms, queues: ['Billing'] })).toEqual([
    expect.objectContaining({ kind: 'callWithoutRecord', reason: 'otherQueue', contactId: 'c1' }),
    expect.objectContaining({ kind: 'countedWithoutRecord', reason: 'otherQueue', counted: 1, records: 0 }),
  ]);
});

test('an interval of which there are no figures at all was not polled; one without the queue had none in it', () => {
  const whole = wholeDay([oneContact], 15);
  const counted = (whole.counted ?? []).filter(({ from }) => from > day.from);
  expect(found({ ...whole, counted })).toEqual([
    {
      kind: 'notPolled',
      reason: 'unexplained',
      contacts: 1,
      at: iso(day.from),
      until: iso(day.from + intervalMillis),
    },
  ]);
  const others = (whole.counted ?? []).filter(({ queue }) => queue !== 'Sales');
  expect(found({ ...whole, counted: others })).toEqual([
    {
      kind: 'recordNotCounted',
      reason: 'unexplained',
      contacts: 1,
      counted: 0,
      records: 1,
      queue: 'Sales',
      at: iso(day.from),
      until: iso(day.from + intervalMillis),
    },
  ]);
});

test('what may still come is not called lost', () => {
  const soon = { ...terms, now: day.from + 2 * intervalMillis };
  const { counted: _, ...whole } = wholeDay([oneContact], 15);
  const nothingSent = { kinds: ['contacts'], files: [] };
  expect(found({ ...whole, sent: nothingSent }, soon)).toEqual([
    { kind: 'fileNotSent', reason: 'notYet', file: 'contacts', contacts: 1 },
  ]);
  const noRecord = { ...wholeDay([oneContact], 15), contacts: [], sent: { kinds: [], files: [] } };
  expect(found(noRecord, soon).map(({ reason }) => reason)).toEqual(['notYet', 'notYet']);
});

test('a contact that was sent again is compared with what was sent last', () => {
  const updatedAt = iso(Date.parse(sentAt) + 60_000);
  const contact = { ...oneContact, updatedAt, receivedAt: updatedAt };
  const whole = wholeDay([oneContact], 15);
  const again: SentOnce = {
    kind: 'contacts',
    file: 'contacts-2026-10-25.csv',
    sentAt: iso(Date.parse(sentAt) + 120_000),
    contacts: [asSent(contact)],
  };
  const files = [...(whole.sent?.files ?? []), again];
  const kinds = ['contacts'];
  expect(found({ ...whole, contacts: [contact], sent: { kinds, files } })).toEqual([]);
  expect(found({ ...whole, contacts: [contact], sent: { kinds, files: files.slice(0, 2) } })).toEqual([
    {
      kind: 'contactOutdated',
      reason: 'cameLater',
      contactId: 'c1',
      contacts: 1,
      at: oneContact.initiatedAt,
      file: 'contacts-2026-10-25.csv',
    },
  ]);
});

test('a contact of several queues is counted in each where Connect says so; what nobody polls or sends is no difference', () => {
  const { sent: _s, counted: _c, ...neither } = wholeDay([oneContact], 15);
  const { counts, differences } = reconcileDay(neither, terms);
  expect(differences).toEqual([]);
  expect(counts).toMatchObject({ counted: null, sent: null });
});
