import type { Client } from '@opensearch-project/opensearch';
import * as z from 'zod';

/**
 * What was filled in already. It lies beside the data, so that it goes when they go: a second fill then knows where
 * the first one's faults are, and adds the days since.
 */
const demoRecord = z.object({
  /** The day of the first fill, `YYYY-MM-DD`: the faults lie before it. */
  anchor: z.string(),
  /** Everything up to here is there; absent while the first fill is under way. */
  filledUntil: z.iso.datetime().optional(),
});
export type DemoRecord = z.infer<typeof demoRecord>;

const index = 'demo-history';
const idOf = (seed: number) => `seed-${seed}`;

/** The record of a seed's history; a new one, kept at once, where there is none. */
export async function openDemoRecord(search: Client, seed: number, now: Date): Promise<DemoRecord> {
  const { body, statusCode } = await search.get({ index, id: idOf(seed) }, { ignore: [404] });
  if (statusCode === 200) return demoRecord.parse(body._source);
  const fresh = { anchor: now.toISOString().slice(0, 10) };
  await keepDemoRecord(search, seed, fresh);
  return fresh;
}

/** Writes the record. */
export async function keepDemoRecord(search: Client, seed: number, record: DemoRecord): Promise<void> {
  const settings = { number_of_shards: 1, auto_expand_replicas: '0-1' };
  await search.indices.create({ index, body: { settings } }, { ignore: [400] });
  await search.index({ index, id: idOf(seed), body: record, refresh: 'true' });
}
