import { expect, test } from 'vitest';
import { contactAnswer, contactRow } from '../../../model/query/contacts.ts';
import { buildContactRecordPart, secondOf } from '../../../test/contact-builders.ts';
import { relationsOf } from './relations.ts';

const id = (n: number) => `0c0ffee0-0000-4000-8000-${String(n).padStart(12, '0')}`;
const record = (n: number, transfer: object = {}) =>
  buildContactRecordPart({ contactId: id(n), initiatedAt: secondOf(n), transfer });
const contact = (transfer: object) => contactAnswer.shape.contact.parse(record(5, transfer));
const row = (n: number, transfer: object = {}) => contactRow.parse(record(n, transfer));
const words = (relations: ReturnType<typeof relationsOf>) =>
  relations.map(({ contactId, how, row: its }) => [Number(contactId.slice(-12)), how, its !== undefined]);

test('those that are stored come in their order, those that are only named after them', () => {
  const named = {
    initialContactId: id(1),
    previousContactId: id(3),
    nextContactId: id(6),
    relatedContactId: id(9),
  };
  expect(words(relationsOf({ contact: contact(named), related: [row(1), row(3)] }))).toEqual([
    [1, 'The first of them', true],
    [3, 'Before it', true],
    [6, 'After it', false],
    [9, 'Related', false],
  ]);
});

test('a contact that is both before it and the first one is the one before it, once', () => {
  const named = { initialContactId: id(1), previousContactId: id(1) };
  expect(words(relationsOf({ contact: contact(named), related: [row(1)] }))).toEqual([
    [1, 'Before it', true],
  ]);
});

test('where only the other one says so', () => {
  const related = [
    row(2, { nextContactId: id(5) }),
    row(6, { previousContactId: id(5) }),
    row(7, { relatedContactId: id(5) }),
    row(8, { initialContactId: id(1) }),
  ];
  expect(words(relationsOf({ contact: contact({}), related }))).toEqual([
    [2, 'Before it', true],
    [6, 'After it', true],
    [7, 'Related', true],
    [8, 'Of the same beginning', true],
  ]);
});

test('a contact that names itself as the first is not related to itself', () => {
  expect(relationsOf({ contact: contact({ initialContactId: id(5) }), related: [] })).toEqual([]);
});
