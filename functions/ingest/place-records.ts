import type { IndexChoice } from './index-choice.ts';
import type { Dated, DatedRecords, Records } from './records.ts';

/** Gives each record its index. Throws what the choice throws. */
export async function placeRecords(
  { documents, calls }: DatedRecords,
  choose: IndexChoice,
  deadline: number,
): Promise<Records> {
  const indexOf = await choose([...documents, ...calls], deadline);
  const placeOf = (its: Dated) => ({ index: indexOf(its), id: its.id });
  return {
    documents: documents.map((its) => ({ ...placeOf(its), document: its.document })),
    calls: calls.map((its) => ({ ...placeOf(its), parts: its.parts })),
  };
}
