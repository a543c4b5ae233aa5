import type { CallRow } from '../../../model/query/call-row.ts';
import { csvOf } from '../tables/csv.ts';
import { callColumns } from './columns.tsx';

/** The list of calls for a spreadsheet, with all columns: times in UTC (ISO 8601) and figures without a unit, as other programs read them. */
export function csvOfCalls(calls: readonly CallRow[]): string {
  return csvOf([
    callColumns.map(({ name, nameInFile }) => nameInFile ?? name),
    ...calls.map((call) => callColumns.map(({ inFile }) => inFile(call))),
  ]);
}
