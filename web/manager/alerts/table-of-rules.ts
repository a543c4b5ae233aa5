import { ruleWords } from '../../../dashboards/alerts/alert-words.ts';
import type { SplitNames } from '../../../dashboards/split-names.ts';
import type { AlertRule } from '../../../model/alerts/rule.ts';
import { type PanelTable, textCell } from '../tables/panel-table.ts';
import { quietWords } from './quiet-words.ts';
import { severityCell } from './severity-cell.ts';

/** A row per rule, in their order. */
export function tableOfRules(rules: readonly AlertRule[], names: SplitNames): PanelTable {
  return {
    columns: ['Rule', 'Severity', 'Switched', 'Watches', 'Quiet hours'].map((name) => ({ name })),
    rows: rules.map((rule) => [
      textCell(rule.name),
      severityCell(rule),
      textCell(rule.enabled ? 'on' : 'off'),
      textCell(ruleWords(rule, names)),
      textCell(quietWords(rule)),
    ]),
  };
}
