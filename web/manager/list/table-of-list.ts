import { type PanelTable, type TableCell, textCell } from '../tables/panel-table.ts';
import type { Column } from './column.ts';

/** The rows and columns that a list shows, as a picture has them. */
export function tableOfList<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): PanelTable {
  return {
    columns: columns.map(({ name }) => ({ name })),
    rows: rows.map((row) => columns.map((column) => cellOf(row, column))),
  };
}

function cellOf<Row>(row: Row, { say, inFile, rating }: Column<Row>): TableCell {
  const cell = { ...textCell(say(row)), value: inFile(row) };
  const its = rating?.(row);
  return its === undefined ? cell : { ...cell, rating: its };
}
