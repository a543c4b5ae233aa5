import * as z from 'zod';
import { alert, alertsIndex } from '../../model/alerts/alert.ts';
import type { AlertList, AlertsQuery } from '../../model/query/alerts.ts';
import type { ManagerView } from '../../model/query/manager-view.ts';
import type { Ask } from '../query/ask.ts';
import { allOf } from '../query/conditions.ts';
import { alertSeenBy, seesAlert } from './seen-by.ts';

/** Some months of a deployment whose rules are well chosen. */
const mostAlerts = 1000;
/** One that a newer version wrote may be none for this one. */
const stored = z.object({ alert });

/**
 * The alerts that were raised at some time of a range, the newest first: those that somebody may see.
 *
 * @param ask sees all alerts; who may see which is not for a search to say, because an alert has several values
 */
export async function listAlerts(
  { from, to }: AlertsQuery,
  ask: Ask,
  view: ManagerView,
): Promise<Omit<AlertList, 'troubles'>> {
  const wasOpen = {
    bool: {
      should: [
        { range: { clearedAt: { gte: from } } },
        { bool: { must_not: [{ exists: { field: 'clearedAt' } }] } },
      ],
      minimum_should_match: 1,
    },
  };
  const body = {
    size: mostAlerts + 1,
    track_total_hits: false,
    query: allOf([{ range: { raisedAt: { lt: to } } }, wasOpen]),
    sort: [{ raisedAt: 'desc' }],
  };
  const [answer] = await ask([{ index: alertsIndex, body }]);
  const hits = answer?.hits.hits ?? [];
  const found = hits
    .slice(0, mostAlerts)
    .flatMap(({ _source }) => stored.safeParse(_source).data?.alert ?? []);
  const seen = found.filter((its) => seesAlert(view, its)).map((its) => alertSeenBy(view, its));
  return { alerts: seen, more: hits.length > mostAlerts };
}
