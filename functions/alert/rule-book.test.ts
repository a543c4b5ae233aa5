import { expect, test } from 'vitest';
import { defaultRules } from '../../dashboards/alerts/default-rules.ts';
import { alertRulesIndex } from '../../model/alerts/alert.ts';
import type { AlertRule } from '../../model/alerts/rule.ts';
import { makeMemoryDocumentStore } from '../clients/memory-document-store.ts';
import { readRules, writeRules } from './rule-book.ts';

const now = new Date('2026-03-04T10:00:00Z');
const later = () => Date.now() + 60_000;

test('begins with rules of its own, and keeps those that are written', async () => {
  const store = makeMemoryDocumentStore();
  const before = await readRules(store, later());
  expect(before).toEqual({ version: 'none', savedAt: null, rules: defaultRules, foreign: [] });
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

const [bySite, byQueue, ...others] = defaultRules as [AlertRule, AlertRule, ...AlertRule[]];
/** Of a version that counts what this one does not, and of one that knows another kind. */
const loudness = { ...bySite, id: 'loud', name: 'Too loud', measure: 'loudness' };
const moon = { kind: 'moon', phase: 'full' };

async function storing(rules: readonly unknown[]) {
  const store = makeMemoryDocumentStore();
  const document = { savedAt: now.toISOString(), rules };
  await store.write([{ index: alertRulesIndex, id: 'current', document }], later());
  const stored = () => (store.documents().get(`${alertRulesIndex}/current`) as { rules: unknown[] }).rules;
  return { store, stored, book: await readRules(store, later()) };
}

test('a stored rule that this version does not understand is named, and takes no other with it', async () => {
  const { book } = await storing([bySite, loudness, moon]);
  expect(book.rules).toEqual([bySite]);
  expect(book.foreign).toEqual([
    { place: 1, name: 'Too loud' },
    { place: 2, name: 'Rule 3' },
  ]);
});

test('whoever saves leaves it as it is, behind the rule that it was behind', async () => {
  const { store, stored, book } = await storing([moon, bySite, loudness, byQueue, ...others]);
  const { version } = book;
  const changed = { ...byQueue, enabled: false };
  const saved = await writeRules(store, { version, rules: [changed, ...others, bySite] }, now, later());
  expect(stored()).toEqual([moon, changed, ...others, bySite, loudness]);
  expect(saved.foreign.map(({ place }) => place)).toEqual([0, others.length + 3]);
  const fewer = { version: saved.version, rules: [changed] };
  expect((await writeRules(store, fewer, now, later())).foreign).toHaveLength(2);
  expect(stored()).toEqual([moon, changed, loudness]);
});

test('it goes when that is asked for, and nothing else can be meant by it', async () => {
  const { store, stored, book } = await storing([bySite, loudness, moon]);
  const change = { version: book.version, rules: book.rules, withoutForeign: [0, 1] };
  expect((await writeRules(store, change, now, later())).foreign).toEqual([{ place: 1, name: 'Rule 2' }]);
  expect(stored()).toEqual([bySite, moon]);
});

test('its id is no other’s', async () => {
  const { store, book } = await storing([bySite, loudness]);
  const rules = [...book.rules, { ...byQueue, id: loudness.id }];
  await expect(writeRules(store, { version: book.version, rules }, now, later())).rejects.toMatchObject({
    faults: [{ path: '$.rules[1].id' }],
  });
});
