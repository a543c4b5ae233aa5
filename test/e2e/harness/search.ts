import { Client } from '@opensearch-project/opensearch';
import type { CallDocument } from '../../../model/documents/call.ts';
import type { StreamWindowDocument } from '../../../model/documents/stream-window.ts';
import { runningStack } from './stack.ts';
import { type Patience, waitFor } from './wait-for.ts';

export type Clause = Readonly<Record<string, unknown>>;

let client: Client | undefined;

/** The stack's search node. */
export function searchClient(): Client {
  client ??= new Client({ node: runningStack().opensearchUrl });
  return client;
}

/** Everything that matches now; at most 1000 documents. */
export async function find<Document>(indices: string, clauses: readonly Clause[]): Promise<Document[]> {
  const search = searchClient();
  await search.indices.refresh({ index: indices, ignore_unavailable: true });
  const { body } = await search.search({
    index: indices,
    ignore_unavailable: true,
    body: { size: 1000, query: { bool: { filter: [...clauses] } } as object },
  });
  return body.hits.hits.map((hit) => hit._source as Document);
}

/** Waits until what is found is as wanted. */
export function findWhen<Document>(
  what: string,
  indices: string,
  clauses: readonly Clause[],
  isWanted: (found: Document[]) => boolean,
  patience: Patience = {},
): Promise<Document[]> {
  return waitFor(what, () => find<Document>(indices, clauses), isWanted, { every: 500, ...patience });
}

export const windowsIndices = 'softphone-stream-stats-*';
export const callsIndices = 'softphone-calls-*';
export const reportsIndices = 'softphone-call-reports-*';
export const apiMetricsIndices = 'softphone-api-metrics-*';

/** The stored windows of a contact, always in the same order. */
export async function windowsOf(contactId: string): Promise<StreamWindowDocument[]> {
  const found = await find<StreamWindowDocument>(windowsIndices, [{ term: { contactId } }]);
  return found.sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

function keyOf({ startedAt, softphoneStreamType }: StreamWindowDocument): string {
  return `${startedAt} ${softphoneStreamType}`;
}

/** Waits for the call's document to be as wanted; a contact has one per agent, here always one. */
export async function callWhen(
  what: string,
  contactId: string,
  isWanted: (call: CallDocument) => boolean,
  patience: Patience = {},
): Promise<CallDocument> {
  const wanted = (calls: CallDocument[]) => calls[0] !== undefined && isWanted(calls[0]);
  const [call] = await findWhen(what, callsIndices, [{ term: { contactId } }], wanted, patience);
  if (!call) throw new Error(`There is no call ${contactId}`);
  return call;
}

/** Every document that the product has stored, as text. */
export async function everyDocument(): Promise<{ where: string; text: string }[]> {
  const { body } = await searchClient().cat.indices({ index: 'softphone-*,connect-*', format: 'json' });
  const indices = (body as unknown as { index: string }[]).map(({ index }) => index);
  return (await Promise.all(indices.map(documentsOf))).flat();
}

/** Other tests delete the indices that they made, and make them anew, while one is being read. */
async function documentsOf(index: string, attempts = 3): Promise<{ where: string; text: string }[]> {
  const search = searchClient();
  const found: { where: string; text: string }[] = [];
  try {
    for await (const { body } of search.helpers.scrollSearch({ index, scroll: '1m', body: { size: 1000 } })) {
      for (const hit of body.hits.hits) {
        found.push({ where: `index ${hit._index}`, text: JSON.stringify(hit._source) });
      }
    }
    return found;
  } catch (error) {
    if (!(await search.indices.exists({ index })).body) return found;
    if (attempts > 1) return documentsOf(index, attempts - 1);
    throw error;
  }
}
