import { csvOf } from '../../../model/csv/csv.ts';
import type { Column } from './column.ts';

/** A list for a spreadsheet: times in UTC (ISO 8601) and figures without a unit, as other programs read them. */
export function csvOfList<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  return csvOf([
    columns.map(({ name, nameInFile }) => nameInFile ?? name),
    ...rows.map((row) => columns.map(({ inFile }) => inFile(row))),
  ]);
}
