import { expect, test } from 'vitest';
import type { Verdict } from '../../model/verdict/verdict.ts';
import { makeMemoryDocumentStore } from '../clients/memory-document-store.ts';
import { writeVerdicts } from './write-verdicts.ts';

const place = { index: 'connect-contacts-2026.03', id: 'a' };
const joinedAt = '2026-03-04T10:00:00.000Z';
const contact = { contactId: 'c0ffee00-0000-4000-8000-000000000001', calls: [], joinedAt };
const verdict: Verdict = {
  fault: 'unclear',
  rule: 'notMeasured',
  because: ['agentScoreLow'],
  restsOn: [],
  against: [],
};
const now = new Date('2026-03-04T10:05:00Z');
const later = Date.now() + 60_000;

async function storeWith(document: object) {
  const store = makeMemoryDocumentStore();
  await store.write([{ ...place, document }], later);
  const stored = () => store.documents().get(`${place.index}/${place.id}`);
  return { store, stored };
}

test('a verdict is written beside what the contact has, and not again', async () => {
  const { store, stored } = await storeWith({ ...contact, contactQueue: 'Billing' });
  const judged = [{ ...place, contact, verdict }];
  expect(await writeVerdicts(judged, store, now, later)).toBe(1);
  expect(stored()).toEqual({
    ...contact,
    contactQueue: 'Billing',
    verdict: { ...verdict, judgedAt: now.toISOString() },
  });
  expect(await writeVerdicts(judged, store, new Date(), later)).toBe(0);
});

test('a contact that has grown since it was judged is left to the next run', async () => {
  const grown = { ...contact, joinedAt: '2026-03-04T10:04:59.000Z' };
  const { store, stored } = await storeWith(grown);
  expect(await writeVerdicts([{ ...place, contact, verdict }], store, now, later)).toBe(0);
  expect(stored()).toEqual(grown);
});

test('one that is written meanwhile is left alone, and one that was erased does not come back', async () => {
  const { store, stored } = await storeWith(contact);
  const raced = {
    ...store,
    read: async (...asked: Parameters<typeof store.read>) => {
      const before = await store.read(...asked);
      await store.write(
        [{ ...place, document: { ...contact, more: true }, replaces: before[0]?.version }],
        later,
      );
      return before;
    },
  };
  expect(await writeVerdicts([{ ...place, contact, verdict }], raced, now, later)).toBe(0);
  expect(stored()).toEqual({ ...contact, more: true });
  const gone = { ...place, id: 'gone', contact, verdict };
  expect(await writeVerdicts([gone], store, now, later)).toBe(0);
});

test('where nothing is to be complained of any more, the verdict goes', async () => {
  const { store, stored } = await storeWith({ ...contact, verdict: { ...verdict, judgedAt: 'before' } });
  expect(await writeVerdicts([{ ...place, contact, verdict: undefined }], store, now, later)).toBe(1);
  expect(stored()).toEqual(contact);
});
