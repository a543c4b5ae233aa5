import { Client } from '@opensearch-project/opensearch';
import { afterAll, expect, test } from 'vitest';
import { alertStatesIndex, alertsIndex } from '../../model/alerts/alert.ts';
import { agentStatesIndex } from '../../model/documents/agent-event.ts';
import { connectUsersIndex } from '../../model/documents/connect-user.ts';
import { datedKinds } from '../../model/documents/kinds.ts';
import { rollUpsIndex } from '../../model/documents/roll-up.ts';
import { deleteOldAlerts } from '../alert/delete-old-alerts.ts';
import { deleteExpired } from './delete-expired.ts';
import { setUpSearch } from './set-up-search.ts';

const search = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });
const longAgo = [
  'softphone-calls-2001.01.01',
  'softphone-calls-2001.01.w1',
  'softphone-stream-stats-2001.01',
];
afterAll(() => search.indices.delete({ index: longAgo.join(','), ignore_unavailable: true }));

test('can be set up again and again, and loses nothing', async () => {
  await setUpSearch(search);
  await search.index({ index: 'softphone-calls-2001.01.01', id: 'kept', body: {}, refresh: 'true' });
  await setUpSearch(search);
  expect((await search.count({ index: 'softphone-calls-2001.01.01' })).body.count).toBe(1);
  expect((await search.indices.exists({ index: connectUsersIndex })).body).toBe(true);
});

test('what the mapping does not describe is kept and not indexed', async () => {
  await setUpSearch(search);
  const index = 'softphone-calls-2001.01.01';
  await search.index({
    index,
    id: 'x',
    body: { '@timestamp': 0, tomorrow: { is: 'another day' } },
    refresh: 'true',
  });
  const { body } = await search.indices.getMapping({ index });
  expect(JSON.stringify(body)).not.toContain('tomorrow');
});

test('every kind has its template', async () => {
  await setUpSearch(search);
  for (const kind of datedKinds) {
    const { body } = await search.indices.getIndexTemplate({ name: kind });
    expect(body.index_templates[0]?.index_template.index_patterns).toEqual([`${kind}-*`]);
  }
});

test.each([agentStatesIndex, rollUpsIndex, alertStatesIndex])(
  'a write that finds no index %s makes one with our fields, and guesses none',
  async (index) => {
    await setUpSearch(search);
    const { body } = await search.indices.simulateIndexTemplate({ name: index });
    const { mappings } = (body as { template: { mappings: object } }).template;
    const { body: made } = await search.indices.getMapping({ index });
    expect(mappings).toMatchObject({ dynamic: 'false' });
    expect(mappings).toEqual(made[index]?.mappings);
  },
);

test('the retention deletes whole indices of long ago, and no others', async () => {
  await setUpSearch(search);
  for (const index of longAgo) await search.index({ index, id: 'old', body: {} });
  const other = 'softphone-calls-archive';
  await search.index({ index: other, id: 'kept', body: {} });
  const deleted = await deleteExpired(search, { retentionDays: 3650 }, new Date());
  expect([...deleted].sort()).toEqual(longAgo);
  expect((await search.indices.exists({ index: other })).body).toBe(true);
  await search.indices.delete({ index: other });
  expect(await deleteExpired(search, { retentionDays: 3650 }, new Date())).toEqual([]);
});

test('a kind of its own retention is kept as long as that says', async () => {
  await setUpSearch(search);
  const [windows, calls] = ['softphone-stream-stats-2016.03.01', 'softphone-calls-2016.03.01'];
  for (const index of [windows, calls]) await search.index({ index, id: 'old', body: {} });
  const byKind = { 'softphone-stream-stats': 1 };
  const now = new Date('2016-03-05T00:00:00Z');
  const deleted = await deleteExpired(search, { retentionDays: 30, retentionDaysByKind: byKind }, now);
  expect(deleted).toContain(windows);
  expect(deleted).not.toContain(calls);
  await search.indices.delete({ index: calls });
});

test('of the record of alerts only what was over before the retention is deleted', async () => {
  await setUpSearch(search);
  const clearedAt = '2001-01-01T00:00:00.000Z';
  for (const [id, body] of Object.entries({
    'test-old': { clearedAt },
    // So late that no other test finds it.
    'test-open': { raisedAt: '2999-01-01T00:00:00.000Z' },
  })) {
    await search.index({ index: alertsIndex, id, body, refresh: 'true' });
  }
  const day = new Date('2001-01-11T00:00:00Z');
  expect(await deleteOldAlerts(search, 10, day)).toBe(0);
  expect(await deleteOldAlerts(search, 10, new Date(day.getTime() + 1))).toBe(1);
  expect((await search.exists({ index: alertsIndex, id: 'test-open' })).body).toBe(true);
  await search.delete({ index: alertsIndex, id: 'test-open' });
});

test('contacts under a name of their own are found by the name of their kind, and deleted when they are old', async () => {
  const names = { rotation: 'daily', contactsIndex: `emite-test-${process.pid}` } as const;
  const index = `${names.contactsIndex}-2001.03`;
  await setUpSearch(search, names);
  try {
    await search.index({ index, id: 'contact', body: { contactId: 'named' }, refresh: 'true' });
    const query = { term: { contactId: 'named' } };
    const { body } = await search.count({ index: 'connect-contacts-*', body: { query } });
    expect(body.count).toBe(1);
    expect(await deleteExpired(search, { retentionDays: 3650 }, new Date(), names)).toContain(index);
  } finally {
    await search.indices.delete({ index, ignore_unavailable: true });
    await setUpSearch(search);
  }
});
