import * as z from 'zod';
import { alert, alertsIndex } from '../../model/alerts/alert.ts';
import { severities } from '../../model/alerts/rule.ts';
import type { ManagerView, RaisedAlerts } from '../../model/query/manager-view.ts';
import { KnownError } from '../errors.ts';
import type { Ask, SearchAnswer } from '../query/ask.ts';
import { allOf } from '../query/conditions.ts';
import { seesAlert } from './seen-by.ts';

/** With more of them the number says nothing any more. */
const mostAlerts = 1000;
/** All that is needed, whatever else another version writes. */
const stored = z.object({
  alert: z.object({ scope: alert.shape.scope, rule: z.object({ severity: z.enum(severities) }) }),
});

/**
 * How many alerts are raised now, of those that somebody may see; null where the search service does not say.
 *
 * @param ask sees all alerts
 */
export async function countRaised(ask: Ask, view: ManagerView): Promise<RaisedAlerts | null> {
  const body = {
    size: mostAlerts,
    track_total_hits: false,
    _source: ['alert.scope', 'alert.rule.severity'],
    query: allOf([
      { exists: { field: 'raisedAt' } },
      { bool: { must_not: [{ exists: { field: 'clearedAt' } }] } },
    ]),
  };
  const [answer] = await ask([{ index: alertsIndex, body, mayFail: true }]).catch(ifUnavailable);
  if (!answer || answer.failure) return null;
  const severity = answer.hits.hits
    .flatMap(({ _source }) => stored.safeParse(_source).data?.alert ?? [])
    .filter((its) => seesAlert(view, its))
    .map(({ rule }) => rule.severity);
  const count = (wanted: string) => severity.filter((its) => its === wanted).length;
  return { critical: count('critical'), warning: count('warning') };
}

/** What somebody may see is told also while nothing can be searched. */
function ifUnavailable(error: unknown): readonly SearchAnswer[] {
  if (error instanceof KnownError && error.kind === 'unavailable') return [];
  throw error;
}
