import type { Alert } from '../../../model/alerts/alert.ts';
import { formatSpan } from '../words/format-amount.ts';

/** How long an alert was raised. */
export function lastedWords({ raisedAt, clearedAt }: Pick<Alert, 'raisedAt' | 'clearedAt'>): string {
  if (!clearedAt) return 'until now';
  return formatSpan((Date.parse(clearedAt) - Date.parse(raisedAt)) / 1000);
}
