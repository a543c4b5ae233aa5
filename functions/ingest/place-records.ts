import type { About } from '../clients/erasures.ts';
import type { IndexChoice } from './index-choice.ts';
import type { Dated, DatedRecords, Records } from './records.ts';

/** What a message comes to, and what it is about. */
export type Said = { readonly about: About; readonly records: DatedRecords };

/** Puts together what some messages come to, each record with its index. Throws what the choice throws. */
export async function placeRecords(
  said: readonly Said[],
  choose: IndexChoice,
  deadline: number,
): Promise<Records> {
  const all = said.flatMap(({ records: { documents, calls } }) => [...documents, ...calls]);
  const indexOf = await choose(all, deadline);
  const placeOf = (its: Dated, about: About) => ({ index: indexOf(its), id: its.id, about });
  return {
    documents: said.flatMap(({ about, records }) =>
      records.documents.map((its) => ({ ...placeOf(its, about), document: its.document })),
    ),
    calls: said.flatMap(({ about, records }) =>
      records.calls.map((its) => ({ ...placeOf(its, about), parts: its.parts })),
    ),
  };
}
