import { Client } from '@opensearch-project/opensearch';
import type { Pipeline } from './pipeline.ts';
import { perCall, type Sent } from './steady-posts.ts';
import { waitFor } from './wait-for.ts';

/** How calls that were accepted came out. */
export type Outcome = {
  readonly stored: number;
  readonly duplicates: number;
  readonly lost: number;
};

/** Gives all that was accepted some time to be stored, and counts it: windows, reports and calls. */
export async function outcomeOf(
  { search }: Pipeline,
  { contactIds }: Sent,
  within: number,
): Promise<Outcome> {
  const client = new Client({ node: search.url });
  const count = async (index: string, filter: object[] = []) => {
    await client.indices.refresh({ index });
    const query = { bool: { filter: [{ terms: { contactId: contactIds } }, ...filter] } };
    return (await client.count({ index, body: { query } as object })).body.count;
  };
  const look = async () => ({
    windows: await count('softphone-stream-stats-*'),
    reports: await count('softphone-call-reports-*'),
    calls: await count('softphone-calls-*'),
    // Whose document says all that its messages said.
    whole: await count('softphone-calls-*', [
      { term: { 'toAgent.windows': 2 } },
      { term: { 'fromAgent.windows': 2 } },
      { term: { reportArrived: true } },
    ]),
  });
  const calls = contactIds.length;
  const expected = { windows: perCall.windows * calls, reports: calls, calls, whole: calls };
  const keys = ['windows', 'reports', 'calls', 'whole'] as const;
  const isThere = (its: typeof expected) => keys.every((key) => its[key] >= expected[key]);
  const found = await waitFor('all that was accepted', look, isThere, { within, every: 500 }).catch(look);
  const sum = (of: (key: (typeof keys)[number]) => number) => keys.reduce((all, key) => all + of(key), 0);
  return {
    stored: sum((key) => found[key]),
    duplicates: sum((key) => Math.max(0, found[key] - expected[key])),
    lost: sum((key) => Math.max(0, expected[key] - found[key])),
  };
}
