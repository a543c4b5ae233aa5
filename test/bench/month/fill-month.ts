import type { Client } from '@opensearch-project/opensearch';
import { setUpSearch } from '../../../functions/setup/set-up-search.ts';
import { indexName } from '../../../model/documents/dated-index.ts';
import type { DatedKind } from '../../../model/documents/kinds.ts';
import { inLanes } from '../../e2e/harness/in-lanes.ts';
import type { Placed } from '../raw-bulk.ts';
import { type Month, month } from './month.ts';

/** What is filled in is noted beside it: of how many agents each kind of each date is. */
const record = 'bench-month';
const documentsPerRequest = 750;
const inFlight = 3;

/** What is filled in of the period before: of what most pages compare with it, all. */
export const comparedWith: readonly DatedKind[] = ['softphone-calls', 'softphone-call-reports'];
const filled: readonly DatedKind[] = [...comparedWith, 'softphone-api-metrics', 'softphone-stream-stats'];

/**
 * Fills in the month of the first so many agents; what is there already stays, and be it of fewer agents. Ended early, the
 * next fill goes on where it was.
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
      const from = await agentsThere(search, id);
      if (from >= agents) continue;
      tell(`filling ${kind} of ${date} of ${agents} agents`);
      await readyForMany(search, indexName(kind, new Date(date), made.rotation));
      await writeAll(search, made.documents(date, { from, to: agents }, [kind]));
      await search.index({ index: record, id, body: { agents } });
    }
  }
  await readyForSearches(search, kinds);
}

async function agentsThere(search: Client, id: string): Promise<number> {
  const { body } = await search.get({ index: record, id }, { ignore: [404] });
  return Number(body._source?.agents ?? 0);
}

/** Searched only when all is there, and safe to lose: half of the time. */
async function readyForMany(search: Client, index: string): Promise<void> {
  const settings: object = { index: { refresh_interval: '-1', translog: { durability: 'async' } } };
  const { body: exists } = await search.indices.exists({ index });
  if (exists) await search.indices.putSettings({ index, body: settings });
  else await search.indices.create({ index, body: { settings } });
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
