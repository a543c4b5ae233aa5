import type { RaisedAlerts } from '../../../model/query/manager-view.ts';

/** How many alerts are raised, and how bad they are: `3 raised, 1 of them critical`. */
export function raisedWords({ critical, warning }: RaisedAlerts): string {
  const all = critical + warning;
  if (critical === 0) return `${all} raised`;
  return critical === all ? `${all} raised, critical` : `${all} raised, ${critical} of them critical`;
}
