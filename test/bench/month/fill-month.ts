import type { Client } from '@opensearch-project/opensearch';
import { setUpSearch } from '../../../functions/setup/set-up-search.ts';
import { rollUpHistory } from '../../../local/fleet/roll-up-history.ts';
import { indexName } from '../../../model/documents/dated-index.ts';
import type { DatedKind } from '../../../model/documents/kinds.ts';
import { inLanes } from '../../e2e/harness/in-lanes.ts';
import type { Placed } from '../raw-bulk.ts';
import { type Month, month } from './month.ts';

/** What is filled in is noted beside it. */
const record = 'bench-month';
const documentsPerRequest = 750;
const inFlight = 3;

/** What pages compare with the period before, and all that is filled in of it. */
const comparedWith: readonly DatedKind[] = ['softphone-calls', 'softphone-call-reports'];
const filled: readonly DatedKind[] = [...comparedWith, 'softphone-stream-stats', 'softphone-api-metrics'];

/**
 * Fills in the month of the first so many agents; what is there already stays. Ended early, the next fill goes on
 * where it was.
 *
 * @param without kinds that are not wanted
 */
export async function fillMonth(
  search: Client,
  made: Month,
  { agents, without = [] }: { readonly agents: number; readonly without?: readonly DatedKind[] },
  tell: (progress: string) => void,
): Promise<void> {
  await setUpSearch(search);
  const dates = [...month.dates, ...month.datesBefore];
  const kinds = filled.filter((one) => !without.includes(one));
  for (const kind of kinds) {
    for (const date of comparedWith.includes(kind) ? dates : month.dates) {
      const id = `${date} ${kind}`;
      if ((await search.exists({ index: record, id })).body) continue;
      tell(`filling ${kind} of ${date} of ${agents} agents`);
      await readyForMany(search, indexName(kind, new Date(date), made.rotation));
      await writeAll(search, made.documents(date, agents, [kind]));
      await search.index({ index: record, id, body: {} });
    }
  }
  await readyForSearches(search, kinds);
  if (without.includes('softphone-api-metrics')) return;
  tell('rolling up the half hours of API calls');
  await rollUpHistory(search, new Date(month.now));
}

/** Searched only when all is there, and safe to lose: half of the time. */
async function readyForMany(search: Client, index: string): Promise<void> {
  const settings = { index: { refresh_interval: '-1', translog: { durability: 'async' } } };
  const { body: exists } = await search.indices.exists({ index });
  if (!exists) await search.indices.create({ index, body: { settings } as object });
}

/** As the product's own template leaves an index. */
async function readyForSearches(search: Client, kinds: readonly DatedKind[]): Promise<void> {
  const index = kinds.map((kind) => `${kind}-*`).join(',');
  await search.indices.putSettings({
    index,
    // The client's types do not know that null takes a setting back.
    body: { index: { refresh_interval: null, 'translog.durability': null } } as object,
  });
  await search.indices.refresh({ index });
}

async function writeAll(search: Client, documents: Generator<Placed>): Promise<void> {
  const batches = Array.from({ length: inFlight });
  await inLanes(inFlight, batches, async () => {
    for (let batch = take(documents); batch.length > 0; batch = take(documents)) await write(search, batch);
  });
}

function take(documents: Generator<Placed>): Placed[] {
  const batch: Placed[] = [];
  while (batch.length < documentsPerRequest) {
    const { value, done } = documents.next();
    if (done) break;
    batch.push(value);
  }
  return batch;
}

/** What is there already is from a fill that was ended early. */
async function write(search: Client, batch: readonly Placed[]): Promise<void> {
  const { body } = await search.bulk({
    body: batch.flatMap(({ index, id, document }) => [{ create: { _index: index, _id: id } }, document]),
    filter_path: ['errors', 'items.*.status', 'items.*.error.reason'],
  });
  const refused =
    body.errors && body.items.find(({ create }) => (create?.status ?? 0) >= 400 && create?.status !== 409);
  if (refused)
    throw new Error(`the search service does not take the month: ${refused.create?.error?.reason}`);
}
