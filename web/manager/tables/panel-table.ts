import { type Cell, csvOf } from '../../../model/csv/csv.ts';
import type { Rating } from '../../../model/quality/rating.ts';

/** One figure: as people read it, and as other programs do. */
export type TableCell = {
  readonly text: string;
  readonly value: Cell;
  readonly restsOn?: number;
  readonly rating?: Rating;
  /** How far its bar goes, 0…1, where it has one. */
  readonly bar?: number;
};

export type TableColumn = {
  readonly name: string;
  /** Of its values in a file. */
  readonly unit?: string;
  /** What the count that its values rest on counts, where they rest on one. */
  readonly restsOn?: string;
};

/** A panel's figures, of which its table, its file and a picture without a chart are made. The first column names the row. */
export type PanelTable = {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
};

export function textCell(text: string): TableCell {
  return { text, value: text };
}

/** For a spreadsheet: figures without units, each with the count that it rests on beside it; times in UTC. */
export function csvOfTable({ columns, rows }: PanelTable): string {
  const head = columns.flatMap(({ name, unit, restsOn }) => [
    unit ? `${name} (${unit})` : name,
    ...(restsOn ? [`${name}: ${restsOn}`] : []),
  ]);
  const body = rows.map((row) =>
    row.flatMap((cell, i) => [cell.value, ...(columns[i]?.restsOn ? [cell.restsOn] : [])]),
  );
  return csvOf([head, ...body]);
}
