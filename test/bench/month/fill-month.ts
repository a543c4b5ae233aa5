import type { Client } from '@opensearch-project/opensearch';
import { setUpSearch } from '../../../functions/setup/set-up-search.ts';
import { rollUpHistory } from '../../../local/fleet/roll-up-history.ts';
import { indexName, type Rotation } from '../../../model/documents/dated-index.ts';
import { softphoneKinds } from '../../../model/documents/kinds.ts';
import { inLanes } from '../../e2e/harness/in-lanes.ts';
import type { Placed } from '../raw-bulk.ts';
import { type Month, month } from './month.ts';

/** What is filled in is noted beside it. */
const record = 'bench-month';
const documentsPerRequest = 750;
const inFlight = 3;
const hourMillis = 3_600_000;

/**
 * Fills in the month of the first so many agents; what is there already stays. Ended early, the next fill goes on with
 * the day after.
 */
export async function fillMonth(
  search: Client,
  { documents, rotation }: Month,
  agents: number,
  tell: (progress: string) => void,
): Promise<void> {
  await setUpSearch(search);
  for (const date of month.dates) {
    if ((await search.exists({ index: record, id: date })).body) continue;
    tell(`filling ${date} of ${agents} agents`);
    await readyForMany(search, date, rotation);
    await writeAll(search, documents(date, agents));
    await search.index({ index: record, id: date, body: {} });
  }
  await readyForSearches(search);
  tell('rolling up the half hours of API calls');
  await rollUpHistory(search, new Date(Date.parse(month.to) + hourMillis));
}

/** Searched only when all is there, and safe to lose: half of the time. */
async function readyForMany(search: Client, date: string, rotation: Rotation): Promise<void> {
  const settings = { index: { refresh_interval: '-1', translog: { durability: 'async' } } };
  for (const kind of softphoneKinds) {
    const index = indexName(kind, new Date(date), rotation);
    const { body: exists } = await search.indices.exists({ index });
    if (!exists) await search.indices.create({ index, body: { settings } as object });
  }
}

/** As the product's own template leaves an index. */
async function readyForSearches(search: Client): Promise<void> {
  const index = softphoneKinds.map((kind) => `${kind}-*`).join(',');
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
