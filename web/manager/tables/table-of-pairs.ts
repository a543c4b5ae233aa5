import { notMeasured } from '../words/format-figure.ts';
import { type PanelTable, textCell } from './panel-table.ts';

/** Names and what is known of each, as a table of two columns. */
export function tableOfPairs(
  pairs: readonly (readonly [name: string, value: string | null | undefined])[],
): PanelTable {
  return {
    columns: [{ name: 'What' }, { name: 'Value' }],
    rows: pairs.map(([name, value]) => [
      textCell(name),
      { text: value || notMeasured, value: value ?? undefined },
    ]),
  };
}
