/**
 * The rows of a CSV file (RFC 4180), whatever ends its lines; a byte order mark before the first is left out, and so are
 * empty lines. Undefined where a quotation mark is never closed: that is no whole file.
 */
export function parseCsv(text: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  const body = text.replace(/^\uFEFF/, '');
  while (cell.lastIndex < body.length) {
    const [, quoted, plain = '', end] = cell.exec(body) ?? [];
    if (end === undefined) return undefined;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',' && cell.lastIndex < body.length) continue;
    if (end === ',') row.push('');
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}
