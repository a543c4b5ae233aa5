import type { AlertRule } from '../../../model/alerts/rule.ts';
import { type TableCell, textCell } from '../tables/panel-table.ts';

/** How bad what a rule watches for is, with the colour that it has on the page. */
export function severityCell({ severity }: Pick<AlertRule, 'severity'>): TableCell {
  return severity === 'critical'
    ? { ...textCell('Critical'), rating: 'poor' }
    : { ...textCell('Warning'), rating: 'fair' };
}
