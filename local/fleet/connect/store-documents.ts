import type { About } from '../../../functions/clients/erasures.ts';
import type { IndexChoice } from '../../../functions/ingest/index-choice.ts';
import type { Dated } from '../../../functions/ingest/records.ts';
import { type Writing, writeRecords } from '../../../functions/ingest/write-records.ts';

export type StoreDeps = { readonly indexChoice: IndexChoice; readonly writing: Writing };
export type DemoDocument = Dated & { readonly document: object; readonly about: About };

/** Some hundred kilobytes. */
const mostAtOnce = 400;

/** Stores documents where they are not there already, as the deployed functions do. */
export async function storeDocuments(
  documents: readonly DemoDocument[],
  deps: StoreDeps,
  deadline: number,
): Promise<void> {
  const indexOf = await deps.indexChoice(documents, deadline);
  for (let first = 0; first < documents.length; first += mostAtOnce) {
    const some = documents
      .slice(first, first + mostAtOnce)
      .map((its) => ({ index: indexOf(its), id: its.id, document: its.document, about: its.about }));
    await writeRecords({ documents: some, calls: [] }, deps.writing, deadline);
  }
}
