import { expect, test } from 'vitest';
import { defaultRules } from '../../dashboards/alerts/default-rules.ts';
import { alertRulesIndex } from '../../model/alerts/alert.ts';
import { makeMemoryDocumentStore } from '../clients/memory-document-store.ts';
import { readRules, writeRules } from './rule-book.ts';

const now = new Date('2026-03-04T10:00:00Z');
const later = () => Date.now() + 60_000;

test('begins with rules of its own, and keeps those that are written', async () => {
  const store = makeMemoryDocumentStore();
  const before = await readRules(store, later());
  expect(before).toEqual({ version: 'none', savedAt: null, rules: defaultRules });
  const rules = before.rules.slice(1);
  const written = await writeRules(store, { version: before.version, rules }, now, later());
  expect(await readRules(store, later())).toEqual(written);
  expect(written).toMatchObject({ savedAt: now.toISOString(), rules });
});

test('of two who change the same version the second is refused', async () => {
  const store = makeMemoryDocumentStore();
  const { version, rules } = await readRules(store, later());
  const change = () => writeRules(store, { version, rules: rules.slice(1) }, now, later());
  const outcomes = await Promise.allSettled([change(), change()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(change()).rejects.toMatchObject({ kind: 'conflict' });
});

test('a rule that cannot be is refused with where and why, and nothing is written', async () => {
  const store = makeMemoryDocumentStore();
  const { version, rules } = await readRules(store, later());
  const wrong = rules.map((rule, i) => (i === 1 ? { ...rule, measure: 'loudness' } : rule));
  await expect(writeRules(store, { version, rules: wrong as never }, now, later())).rejects.toMatchObject({
    kind: 'invalid',
    faults: [{ path: '$.rules[1].measure' }],
  });
  expect(store.documents().size).toBe(0);
});

test('two rules with one id are refused', async () => {
  const store = makeMemoryDocumentStore();
  const { version, rules } = await readRules(store, later());
  const twice = [...rules, ...rules.slice(0, 1)];
  await expect(writeRules(store, { version, rules: twice }, now, later())).rejects.toMatchObject({
    faults: [{ path: `$.rules[${rules.length}].id` }],
  });
});

test('a stored rule that this version does not know is left out, and takes no other with it', async () => {
  const store = makeMemoryDocumentStore();
  const [known] = defaultRules;
  const rules = [known, { ...known, id: 'gone', measure: 'loudness' }, { kind: 'moon' }];
  const document = { savedAt: now.toISOString(), rules };
  await store.write([{ index: alertRulesIndex, id: 'current', document }], later());
  expect((await readRules(store, later())).rules).toEqual([known]);
});
