import { Client } from '@opensearch-project/opensearch';
import { expect, test } from 'vitest';
import { bucketFields } from '../../model/documents/api-metric.ts';
import type { WriteOutcome } from '../clients/document-store.ts';
import { makeMemoryDocumentStore } from '../clients/memory-document-store.ts';
import { rollStretches } from './roll-stretches.ts';

const at = Date.parse('2026-03-04T10:30:00.000Z');
const stretch = { index: 'softphone-api-metrics-2026.03.04', halfHours: [at] as const, upTo: 7 };
const all = { next: undefined, blocked: new Set() };
const soon = () => Date.now() + 60_000;

/** A search service with one group, of which each writing comes out as said; at last it is written. */
function setUp({ erased = false, outcomes = [] as WriteOutcome[] } = {}) {
  const key = {
    startedAt: at,
    agent: 'ana.silva',
    operation: 'hold',
    longPoll: false,
    instanceId: 'i',
    site: null,
  };
  const figures = ['count', 'errors', 'faults', 'millis', 'longest', 'first', 'received', ...bucketFields];
  const group = { key, ...Object.fromEntries(figures.map((name) => [name, { value: 5 }])) };
  const search = Object.assign(new Client({ node: 'http://search.example' }), {
    search: async () => ({ body: { aggregations: { groups: { buckets: [group] } } } }),
  });
  const memory = makeMemoryDocumentStore();
  const pauses: number[] = [];
  const deps = {
    search,
    store: {
      ...memory,
      write: async (...given: Parameters<typeof memory.write>) => {
        const outcome = outcomes.shift();
        return outcome ? [outcome] : memory.write(...given);
      },
    },
    erasures: { cover: async () => erased },
    pause: async (millis: number) => pauses.push(millis),
  };
  return { deps, pauses, stored: () => [...memory.documents().values()] };
}

test('writes each group, over what is there', async () => {
  const { deps, stored } = setUp();
  for (let i = 0; i < 2; i++) expect(await rollStretches(deps, [stretch, stretch], soon())).toEqual(all);
  expect(stored()).toHaveLength(1);
  expect(stored()[0]).toMatchObject({ kind: 'half-hour', agent: 'ana.silva', name: 'hold', count: 5 });
  expect(stored()[0]).not.toHaveProperty('site');
});

test('begins nothing that it has no time for', async () => {
  const { deps, stored } = setUp();
  expect(await rollStretches(deps, [stretch], Date.now() + 10_000)).toEqual({ ...all, next: at });
  expect(stored()).toEqual([]);
});

test('writes nothing of somebody who is being erased, nor what comes after', async () => {
  const { deps, stored } = setUp({ erased: true });
  expect(await rollStretches(deps, [stretch, stretch], soon())).toEqual({ ...all, next: at });
  expect(stored()).toEqual([]);
});

test('waits for a service that is busy', async () => {
  const { deps, pauses, stored } = setUp({ outcomes: [{ outcome: 'delayed', reason: 'status 429' }] });
  expect(await rollStretches(deps, [stretch], soon())).toEqual(all);
  expect([pauses.length, stored().length]).toEqual([1, 1]);
});

test('fails where a half hour can never be stored', async () => {
  const { deps } = setUp({ outcomes: [{ outcome: 'refused', reason: 'mapper_parsing_exception' }] });
  await expect(rollStretches(deps, [stretch], soon())).rejects.toThrow('mapper_parsing_exception');
});

test('leaves an index that is blocked to the summaries, and goes on with the others', async () => {
  const outcomes: WriteOutcome[] = [{ outcome: 'delayed', reason: 'cluster_block_exception' }];
  const { deps, stored } = setUp({ outcomes });
  const other = { ...stretch, index: 'softphone-api-metrics-2026.03.05' };
  const rolled = await rollStretches(deps, [stretch, stretch, other], soon());
  expect(rolled).toEqual({ next: undefined, blocked: new Set([stretch.index]) });
  expect(stored()).toHaveLength(1);
});
