import type { CallRow } from '../../../model/query/call-row.ts';
import { type PanelTable, type TableCell, textCell } from '../tables/panel-table.ts';
import type { CallColumn } from './columns.tsx';

/** The calls and columns that a list shows, as a picture has them. */
export function tableOfCalls(calls: readonly CallRow[], columns: readonly CallColumn[]): PanelTable {
  return {
    columns: columns.map(({ name }) => ({ name })),
    rows: calls.map((call) => columns.map((column) => cellOf(call, column))),
  };
}

function cellOf(call: CallRow, { id, say, inFile }: CallColumn): TableCell {
  const cell = { ...textCell(say(call)), value: inFile(call) };
  return id === 'rating' ? { ...cell, rating: call.rating } : cell;
}
