import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hoursOf } from '../wfm/hour.ts';
import { intervalMillis } from '../wfm/interval.ts';
import type { Difference } from './difference.ts';
import { reconcileDay } from './reconcile-day.ts';
import type { DaySources, Terms } from './sources.ts';
import { plants } from './testing/plants.ts';
import { day, iso, recorded, sentAt, terms, wholeDay } from './testing/whole-day.ts';

const contacts = fc
  .array(
    fc.record({
      second: fc.integer({ min: 0, max: (day.to - day.from) / 1000 - 1 }),
      queue: fc.constantFrom('Billing', 'Sales', 'Support'),
    }),
    { minLength: 12, maxLength: 60 },
  )
  .map((its) => its.map(({ second, queue }, i) => recorded(`c${i}`, day.from + 1000 * second, queue)));

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
  const [first, second] = hoursOf('2026-10-25', 'Europe/Berlin', soon.now);
  if (!first || second) throw new Error('not the first hour');
  const nothingSent = { kinds: ['contacts' as const], hours: [first], files: [] };
  expect(found({ ...whole, sent: nothingSent }, soon)).toEqual([
    {
      kind: 'fileNotSent',
      reason: 'notYet',
      file: 'contacts-20261024T220000Z.csv',
      contacts: 1,
      at: iso(day.from),
      until: iso(day.from + 3_600_000),
    },
  ]);
  const noRecord = { ...wholeDay([oneContact], 15), contacts: [], sent: { kinds: [], hours: [], files: [] } };
  expect(found(noRecord, soon).map(({ reason }) => reason)).toEqual(['notYet', 'notYet']);
});

test('what came after an hour’s file was sent is told from what the file should have had', () => {
  const whole = wholeDay([oneContact], 15);
  const late = (receivedAt: number) => {
    const its = { ...oneContact, updatedAt: sentAt, receivedAt: iso(receivedAt) };
    return found({ ...whole, contacts: [its] }).map(({ kind, reason }) => [kind, reason]);
  };
  expect(late(Date.parse(sentAt) - 1000)).toEqual([['contactOutdated', 'leftOut']]);
  expect(late(Date.parse(sentAt) + 1000)).toEqual([
    ['fileOutdated', 'cameLater'],
    ['contactOutdated', 'cameLater'],
  ]);
});

test('what nobody polls or sends is no difference', () => {
  const { sent: _s, counted: _c, ...neither } = wholeDay([oneContact], 15);
  const { counts, differences } = reconcileDay(neither, terms);
  expect(differences).toEqual([]);
  expect(counts).toMatchObject({ counted: null, sent: null });
});
