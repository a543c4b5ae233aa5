import { isMet, type Measurement, type Skipped } from './measurement.ts';

export type Outcome = { readonly part: string; readonly result: readonly Measurement[] | Skipped };

/** The outcomes as a table for a terminal. */
export function table(outcomes: readonly Outcome[]): string {
  const rows = outcomes.flatMap(rowsOf);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => (row.cells[column] ?? '').length)),
  );
  return rows
    .map(({ cells, tail }) =>
      `${cells.map((cell, i) => pad(cell, widths[i] ?? 0, i)).join('  ')}${tail}`.trimEnd(),
    )
    .join('\n');
}

type Row = { readonly cells: readonly string[]; readonly tail: string };

function rowsOf({ part, result }: Outcome): Row[] {
  const title = { cells: [], tail: `\n${part}` };
  if ('skipped' in result) return [title, { cells: [], tail: `  not measured: ${result.skipped}` }];
  return [title, ...result.map(rowOf)];
}

function rowOf(measurement: Measurement): Row {
  const { name, value, unit, bar, note } = measurement;
  const limit = bar ? ('atLeast' in bar ? `≥ ${bar.atLeast}` : `≤ ${bar.atMost}`) : '';
  const verdict = { true: 'met', false: 'NOT MET', undefined: '' }[String(isMet(measurement))] ?? '';
  return { cells: [`  ${name}`, `${format(value)} ${unit}`, limit, verdict], tail: note ? `  ${note}` : '' };
}

function pad(cell: string, width: number, column: number): string {
  return column === 1 ? cell.padStart(width) : cell.padEnd(width);
}

function format(value: number): string {
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return value.toPrecision(3);
}
