import { expect, test } from 'vitest';
import { buildCall, buildStats } from '../../test/builders.ts';
import { siteFinder } from '../enrich/site.ts';
import { KnownError } from '../errors.ts';
import { acceptMessage } from './accept-message.ts';
import { makeExampleDeps } from './example-deps.ts';
import { readKept } from './kept-message.ts';
import { softphoneStatsKind } from './softphone-stats-kind.ts';
import { storeKept } from './store-kept.ts';

const receivedAt = new Date('2026-03-04T10:00:30.300Z');
const context = { receivedAt, sourceIp: '81.84.12.7', userAgent: undefined };
const unreachable = async () => {
  throw new KnownError('unavailable', 'It cannot be reached.');
};
const { writing } = makeExampleDeps().deps;
const down = { ...writing, store: { read: unreachable, write: unreachable } };
const deadline = Date.now() + 9000;

function setUp(change: Parameters<typeof makeExampleDeps>[0] = {}) {
  const queued: object[] = [];
  const queue = { send: async (message: object) => void queued.push(message), postpone: async () => {} };
  const { deps, counted, store } = makeExampleDeps({ queue, ...change });
  const accept = (message = buildStats()) =>
    acceptMessage(softphoneStatsKind, { message, context }, deps, deadline);
  return { accept, queued, counted, store };
}

test('nothing goes into the queue that can be stored', async () => {
  const { accept, queued, store } = setUp();
  expect(await accept()).toBe(2);
  expect(store.documents().size).toBe(3);
  expect(queued).toEqual([]);
});

test('what cannot be stored now goes into the queue, cleaned, with what else is known of it', async () => {
  const { accept, queued, counted } = setUp({ writing: down });
  const call = buildCall({ iceServers: ['turn:user:s3cr3t@turn.example:3478'] });
  const message = buildStats({ call });
  expect(await accept(message)).toBe(2);
  expect(queued).toEqual([
    {
      route: 'softphone-stats',
      message: { ...message, call: { ...call, iceServers: ['turn.example'] } },
      context: { receivedAt: '2026-03-04T10:00:30.300Z', sourceIp: '81.84.12.7' },
    },
  ]);
  expect(counted).toEqual([{ metric: 'Queued', count: 1, dimensions: { route: 'softphone-stats' } }]);
});

test.each([
  ['truncate', { agentPublicIp: '81.84.12.0', agentPrivateIp: '10.20.30.0' }],
  ['drop', {}],
] as const)(
  'with addresses to %s, no whole one is stored or queued, and the site is known all the same',
  async (agentIp, left) => {
    const message = buildStats({ privateIp: '10.20.30.40' });
    const sources = {
      ...makeExampleDeps().deps.sources,
      agentIp,
      site: siteFinder({ Lisbon: ['81.84.12.7/32'] }),
    };
    const direct = setUp({ sources });
    await direct.accept(message);
    const outage = setUp({ sources, writing: down });
    await outage.accept(message);
    const later = makeExampleDeps({ sources });
    const kept = readKept(JSON.stringify(outage.queued[0]));
    if (!kept) throw new Error('What is queued cannot be read');
    await storeKept(kept, later.deps, deadline);
    expect([...later.store.documents()]).toEqual([...direct.store.documents()]);
    const everything = JSON.stringify([outage.queued, ...direct.store.documents()]);
    expect(everything).not.toMatch(/81\.84\.12\.7|10\.20\.30\.40/);
    for (const document of direct.store.documents().values()) {
      const { agentPublicIp, agentPrivateIp, site } = document as Record<string, unknown>;
      expect({ agentPublicIp, agentPrivateIp, site }).toEqual({ ...left, site: 'Lisbon' });
    }
  },
);

test('so does what can be neither stored nor set aside', async () => {
  const refuse = async (writes: readonly unknown[]) =>
    writes.map(() => ({ outcome: 'refused' as const, reason: 'mapper_parsing_exception' }));
  const store = { ...writing.store, write: refuse };
  const { accept, queued } = setUp({ writing: { ...writing, store, failedRecords: { keep: unreachable } } });
  expect(await accept()).toBe(2);
  expect(queued).toHaveLength(1);
});

test('what is not to be accepted is refused, search service or not', async () => {
  const { accept, queued } = setUp({ writing: down });
  await expect(accept(buildStats({ instanceId: 'another' }))).rejects.toMatchObject({ kind: 'invalid' });
  const users = { find: async () => ({ standing: 'unknown' as const }) };
  const stranger = setUp({ writing: down, users });
  await expect(stranger.accept()).rejects.toMatchObject({ kind: 'unknownAgent' });
  expect([...queued, ...stranger.queued]).toEqual([]);
});

test('a fault of ours leaves the message with its page', async () => {
  const broken = async () => {
    throw new TypeError('x is not a function');
  };
  const { accept, queued } = setUp({ writing: { ...writing, store: { read: broken, write: broken } } });
  await expect(accept()).rejects.toThrow(TypeError);
  expect(queued).toEqual([]);
});

test('so does a queue that is out of reach as well', async () => {
  const { accept, counted } = setUp({
    writing: down,
    queue: { send: unreachable, postpone: unreachable },
  });
  await expect(accept()).rejects.toMatchObject({ kind: 'unavailable' });
  expect(counted).toEqual([]);
});

test('nearly half of the time is kept for the queue, and who waited in vain says so', async () => {
  const deadlines: number[] = [];
  const hangs = async (_: unknown, until: number) => {
    deadlines.push(until);
    return unreachable();
  };
  let inVain = 0;
  const patience = { until: () => Number.POSITIVE_INFINITY, wasInVain: () => void inVain++ };
  const { accept } = setUp({ writing: { ...writing, store: { read: hangs, write: hangs } }, patience });
  await accept();
  expect(deadlines).toEqual([deadline - 4000]);
  expect(inVain).toBe(1);
});
