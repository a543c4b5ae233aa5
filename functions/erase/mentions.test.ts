import { expect, test } from 'vitest';
import { mentions } from './mentions.ts';

const contact = { contact: '9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a' };
const agent = { agent: 'Ana.Silva' };
const record = {
  index: 'i',
  document: {
    agent: 'ana.silva',
    browser: { name: 'rui' },
    parts: { contact: { contactId: contact.contact } },
  },
};
const message = {
  route: 'r',
  body: { message: { agent: 'ana.silva', call: { contactId: contact.contact.toUpperCase() } } },
};
const unreadable = { body: `{"agent": "ana.silva", "call": {"contactId": "${contact.contact}"` };

test.each([record, message, unreadable])('finds whom a record is about', (its) => {
  expect(mentions(JSON.stringify(its), contact)).toBe(true);
  expect(mentions(JSON.stringify(its), agent)).toBe(true);
  expect(mentions(JSON.stringify(its), { agent: 'rui.martins' })).toBe(false);
  expect(mentions(JSON.stringify(its), { contact: '00000000-0000-4000-8000-000000000000' })).toBe(false);
});

test('a name that is something else is nobody’s', () => {
  expect(mentions(JSON.stringify(record), { agent: 'rui' })).toBe(false);
});

test.each([
  ['{"agent":"joanna"', 'ann'],
  ['{"agent":"ann.lee"}', 'ann'],
  ['{"agent":"lee.ann@example.com"}', 'ann'],
  ['agent=ann-2', 'ann'],
])('the text %s does not name %s', (text, name) => {
  expect(mentions(text, { agent: name })).toBe(false);
  expect(mentions(JSON.stringify({ body: text }), { agent: name })).toBe(false);
});

test.each([
  ['{"agent":"joanna","seen":"ann"', 'ann'],
  ['Ann called joanna.', 'ANN'],
  ['{"agent": "jos\\u00e9"', 'josé'],
  ['ask ann.', 'ann'],
  ['o’neil', 'o’neil'],
])('the text %s names %s', (text, name) => {
  expect(mentions(JSON.stringify({ body: text }), { agent: name })).toBe(true);
});

test('finds a name in what is not even JSON', () => {
  expect(mentions('{"agent":"ana.silva"', agent)).toBe(true);
});
