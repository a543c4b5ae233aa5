import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@opensearch-project/opensearch';
import { median } from '../median.ts';

const rounds = 7;
/** Until what a service in use has in its memory is there, and its code compiled. */
const roundsBefore = 5;

/** In milliseconds. */
export type CostOfAsking = {
  readonly cold: number;
  readonly warm: number;
  readonly processor: number;
};

/**
 * What a question costs with a cold request cache and with a warm one: the medians. The processor time is the service's
 * own, with a cold cache: whatever else the machine has to do is not in it.
 */
export async function costOfAsking(search: Client, ask: () => Promise<unknown>): Promise<CostOfAsking> {
  const cold: number[] = [];
  const warm: number[] = [];
  const forget = () => search.indices.clearCache({ request: true, query: true, fielddata: false });
  for (let round = 0; round < roundsBefore; round++) {
    await forget();
    await ask();
  }
  const before = await processorMillis(search);
  for (let round = 0; round < rounds; round++) {
    await forget();
    cold.push(await timed(ask));
  }
  const processor = ((await processorMillis(search)) - before) / rounds;
  for (let round = 0; round < rounds; round++) warm.push(await timed(ask));
  return { cold: median(cold), warm: median(warm), processor };
}

/** The service looks at its own processor time once a second. */
const looksEveryMillis = 1000;

async function processorMillis(search: Client): Promise<number> {
  await pause(1.5 * looksEveryMillis);
  const { body } = await search.nodes.stats();
  return Object.values(body.nodes).reduce(
    (sum, node) => sum + Number(node.process?.cpu?.total_in_millis ?? 0),
    0,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
