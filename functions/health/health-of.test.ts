import { expect, test } from 'vitest';
import { health } from '../../model/query/health.ts';
import { collectSettings } from '../../model/settings/collect.ts';
import { healthOf, type Looks } from './health-of.ts';

const now = new Date('2026-03-04T10:00:00Z');
const collect = collectSettings.parse({ queues: ['Billing'] });
const messages = { hours: 24, accepted: [], queued: [], rejected: [], failed: [], setAside: [] };
const data = { newest: [], pageVersions: [], users: 60 };
const quiet: Looks = {
  alarms: async () => [],
  queue: async () => ({ waiting: 0, inWork: 0, oldestSeconds: 0, deadLetters: 0 }),
  failedRecords: async () => ({ count: 0, more: false, newest: [] }),
  messages: async () => messages,
  agents: async () => ({ online: 2, silenceSeconds: 20, at: now.toISOString() }),
  alerting: async () => ({ at: now.toISOString(), troubles: [] }),
  data: async () => data,
  metrics: async () => ({ zone: 'UTC', businessHours: null, isOpen: true, pollers: [] }),
  search: async () => ({ status: 'green', nodes: 1, totalBytes: 10, freeBytes: 5, indices: [] }),
};

function setUp(looks: Partial<Looks> = {}, agentAuth: 'none' | 'cognito' = 'cognito') {
  const warned: string[] = [];
  const telemetry = { warn: (_: string, facts: object = {}) => void warned.push(JSON.stringify(facts)) };
  return { answer: healthOf({ ...quiet, ...looks }, { agentAuth, collect, telemetry, now }), warned };
}

test('a quiet deployment has nothing to warn of', async () => {
  const { answer, warned } = setUp();
  expect(health.parse(await answer)).toMatchObject({
    at: now.toISOString(),
    warnings: [],
    alarms: [],
    collect,
  });
  expect(warned).toEqual([]);
});

test('what cannot be found out is null, and the rest is there', async () => {
  const { answer, warned } = setUp({ search: () => Promise.reject(new Error('of ana.silva')) });
  expect(health.parse(await answer)).toMatchObject({ search: null, agents: { online: 2 } });
  expect(warned).toEqual([expect.stringContaining('"part":"search"')]);
  expect(warned.join()).not.toContain('ana.silva');
});

test('what does not answer in time is null', async () => {
  const telemetry = { warn: () => {} };
  const looks: Looks = { ...quiet, queue: () => new Promise(() => {}) };
  const pause = () => new Promise((resolve) => setImmediate(resolve));
  const { queue, search } = await healthOf(looks, { agentAuth: 'cognito', collect, telemetry, now, pause });
  expect([queue, search?.status]).toEqual([null, 'green']);
});

test.each([
  ['ingest that anyone may send to', {}, 'none', { kind: 'openIngest' }],
  [
    'users that were never synced',
    { data: async () => ({ ...data, users: 0 }) },
    'cognito',
    { kind: 'usersNotSynced' },
  ],
  [
    'agents whom nobody knows',
    {
      messages: async () => ({
        ...messages,
        rejected: [
          { route: 'api-metrics', reason: 'unknownAgent', count: 3 },
          { route: 'softphone-stats', reason: 'unknownAgent', count: 4 },
          { route: 'softphone-stats', reason: 'invalid', count: 9 },
        ],
      }),
    },
    'cognito',
    { kind: 'unknownAgents', count: 7 },
  ],
  [
    'records that were set aside',
    { failedRecords: async () => ({ count: 2, more: false, newest: [] }) },
    'cognito',
    { kind: 'recordsSetAside', count: 2 },
  ],
] as const)('warns of %s', async (_, looks, agentAuth, warning) => {
  expect((await setUp(looks, agentAuth).answer).warnings).toEqual([warning]);
});
