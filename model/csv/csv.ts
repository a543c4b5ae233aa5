export type Cell = string | number | undefined;

export const csvType = 'text/csv;charset=utf-8';

/**
 * What a spreadsheet takes for a formula when a cell begins with it, in the wide forms too.
 * Source: OWASP, "CSV Injection".
 */
const formula = /^[\s]*[=+\-@|%＝＋－＠]|^[\t\r\n]/;

/**
 * A table as CSV (RFC 4180) for a spreadsheet: with a byte order mark, so that Excel reads it as UTF-8. A text that a
 * spreadsheet would run is led by an apostrophe; numbers stay numbers.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${csvLines(rows)}`;
}

/** The same for a program: without the mark, which would become a part of the first column's name. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = formula.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
}
