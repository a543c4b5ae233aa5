import { expect, test } from 'vitest';
import { apiHalfHourIdentity, halfHourOf, makeApiHalfHour } from './api-half-hour.ts';

const startedAt = Date.parse('2026-03-04T10:30:00.000Z');
const shared = {
  instanceId: 'an-instance',
  name: 'acceptContact',
  longPoll: false,
  values: { agent: 'ana.silva', site: 'Lisbon', level1: 'Europe', cpuCount: 8, city: null },
};
const sum = {
  receivedAt: '2026-03-04T11:00:01.000Z',
  count: 3,
  errors: 1,
  faults: 0,
  timeMillis: { max: 200, sum: 310.5 },
  buckets: { le100: 2, le200: 1 },
};

test('says what a group comes to, under the names of the summaries; what is not known is absent', () => {
  expect(makeApiHalfHour(startedAt, shared, sum)).toEqual({
    '@timestamp': '2026-03-04T10:30:00.000Z',
    kind: 'half-hour',
    startedAt: '2026-03-04T10:30:00.000Z',
    endedAt: '2026-03-04T11:00:00.000Z',
    instanceId: 'an-instance',
    name: 'acceptContact',
    longPoll: false,
    ...sum,
    agent: 'ana.silva',
    site: 'Lisbon',
    agentHierarchy: { level1: 'Europe' },
    device: { cpuCount: 8 },
  });
});

test('has the id of its group, whatever that comes to', () => {
  const id = (change: object, at = startedAt) => apiHalfHourIdentity(at, { ...shared, ...change }).join('/');
  expect(id({ values: { ...shared.values, country: null } })).toBe(id({}));
  const others = [
    { name: 'putAgentState' },
    { longPoll: true },
    { values: { ...shared.values, site: 'Krakow' } },
    { values: { ...shared.values, site: null } },
    { values: { ...shared.values, cpuCount: '8' } },
    { values: { ...shared.values, city: 'Lisbon', site: null } },
  ];
  const ids = [id({}), id({}, startedAt + 1_800_000), ...others.map((change) => id(change))];
  expect(new Set(ids).size).toBe(ids.length);
});

test('half hours begin at those of UTC', () => {
  expect(halfHourOf(startedAt)).toBe(startedAt);
  expect(halfHourOf(startedAt + 1_799_999)).toBe(startedAt);
});
