import { clearingWords, readingWords, subjectOf } from '../../../dashboards/alerts/alert-words.ts';
import type { SplitNames } from '../../../dashboards/split-names.ts';
import type { Alert } from '../../../model/alerts/alert.ts';
import { type PanelTable, textCell } from '../tables/panel-table.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { lastedWords } from './lasted-words.ts';
import { severityCell } from './severity-cell.ts';
import { toldWords } from './told-words.ts';

const time = makeTimeFormat(viewerZone);

/** A row per alert: what was raised, how bad it was at worst, how long it lasted, and who was told. */
export function tableOfAlerts(alerts: readonly Alert[], names: SplitNames): PanelTable {
  return {
    columns: [
      'Raised',
      'Severity',
      'Rule',
      'About',
      'At worst',
      'Value at worst',
      'Rests on',
      'Cleared',
      'Lasted',
      'Over because',
      'Told',
    ].map((name) => ({ name })),
    rows: alerts.map((alert) => {
      const { rule, raisedAt, clearedAt, because, worst } = alert;
      return [
        { text: time.dayAndTime(raisedAt), value: raisedAt },
        severityCell(rule),
        textCell(rule.name),
        textCell(subjectOf(alert, names)),
        textCell(readingWords(rule, worst)),
        { text: String(worst.value), value: worst.value },
        { text: String(worst.restsOn), value: worst.restsOn },
        { text: clearedAt ? time.dayAndTime(clearedAt) : '', value: clearedAt },
        textCell(lastedWords(alert)),
        textCell(because ? clearingWords(rule, because) : 'It is still raised'),
        textCell(toldWords(alert).join('; ')),
      ];
    }),
  };
}
