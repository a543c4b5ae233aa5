import type { Difference } from '../../../model/reconcile/difference.ts';
import { reasonWords } from '../../../model/reconcile/difference-words.ts';
import { type PanelTable, type TableCell, textCell } from '../tables/panel-table.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';

const time = makeTimeFormat(viewerZone);

/** When something was that a difference is about; an interval from its beginning. */
export function whenOf({ at, until }: Difference): string {
  if (at === undefined) return '';
  return until === undefined ? time.dayAndTime(at) : time.stretch(at, until);
}

/** A row per difference. */
export function tableOfDifferences(differences: readonly Difference[]): PanelTable {
  return {
    columns: ['When', 'Contact', 'Queue', 'Agent', 'File', 'Why'].map((name) => ({ name })),
    rows: differences.map((its): TableCell[] => [
      { text: whenOf(its), value: its.at },
      textCell(its.contactId ?? ''),
      textCell(its.queue ?? ''),
      textCell(its.agent ?? ''),
      textCell(its.file ?? ''),
      textCell(reasonWords(its)),
    ]),
  };
}
