import type { Client } from '@opensearch-project/opensearch';
import { alertsIndex } from '../../model/alerts/alert.ts';

const dayMillis = 86_400_000;
/** The search service may be busy with what was deleted before. */
const patient = { requestTimeout: 60_000 };

/**
 * Deletes the record of alerts that were over before the retention. They are few, so they have one index, of which no
 * part can be deleted as a whole.
 *
 * @returns how many
 */
export async function deleteOldAlerts(search: Client, retentionDays: number, now: Date): Promise<number> {
  const clearedAt = { lt: new Date(now.getTime() - retentionDays * dayMillis).toISOString() };
  const { body } = await search.deleteByQuery(
    {
      index: alertsIndex,
      ignore_unavailable: true,
      conflicts: 'proceed',
      body: { query: { range: { clearedAt } } } as object,
    },
    patient,
  );
  return (body as { readonly deleted?: number }).deleted ?? 0;
}
