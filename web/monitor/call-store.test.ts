import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { openCallStore } from './call-store.ts';

test('all tabs, and a reload, know the same beginning of a call', async () => {
  let now = 1_795_000_000_000;
  const here = openCallStore(() => now, 'same');
  const there = openCallStore(() => now + 7, 'same');
  const seen: boolean[] = [];
  const look = (store: typeof here) =>
    store.change('c', (record, known) => {
      seen.push(known);
      return { ...record, facts: { queue: { name: 'Billing' } } };
    });
  const [a, b] = await Promise.all([look(here), look(there)]);
  now += 60_000;
  const reloaded = await look(openCallStore(() => now, 'same'));
  expect(new Set([a, b, reloaded].map((record) => record.startedAt)).size).toBe(1);
  expect(seen).toEqual([false, true, true]);
});

test('forgets a call two days after it was last heard of', async () => {
  let now = 1_795_000_000_000;
  const store = openCallStore(() => now, 'old');
  const first = await store.change('c', (record) => record);
  now += 49 * 3_600_000;
  const later = await openCallStore(() => now, 'old').change('c', (record) => record);
  expect(later.startedAt).not.toBe(first.startedAt);
});

test('forgets old calls while the page stays open, when another one comes', async () => {
  let now = 1_795_000_000_000;
  const store = openCallStore(() => now, 'stays');
  for (const contactId of ['a', 'b']) await store.change(contactId, (record) => record);
  now += 49 * 3_600_000;
  await store.change('c', (record) => record);
  const db = await openDB('stays');
  expect(await db.getAllKeys('calls')).toEqual(['c']);
  db.close();
});

test('a call goes on from what this page knew when the browser closes the database for good', async () => {
  let now = 1_795_000_000_000;
  const name = 'closed';
  const store = openCallStore(() => now, name);
  const first = await store.change('c', (record) => ({ ...record, facts: { direction: 'inbound' } }));
  // A newer page upgrades it: this one closes it, and cannot open it any more.
  const newer = await openDB(name, 2);
  now += 30_000;
  const seen: boolean[] = [];
  const later = await store.change('c', (record, known) => {
    seen.push(known);
    return { ...record, events: [{ type: 'ended', at: new Date(now).toISOString() }] };
  });
  expect(seen).toEqual([true]);
  expect(later).toMatchObject({ startedAt: first.startedAt, facts: { direction: 'inbound' } });
  newer.close();
  now += 30_000;
  // Not from what the database last had of it.
  expect((await store.change('c', (record) => record)).events).toHaveLength(1);
});
