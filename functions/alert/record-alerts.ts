import * as z from 'zod';
import { type Alert, alertDocument, alertsIndex } from '../../model/alerts/alert.ts';
import type { DocumentStore, StoredDocument } from '../clients/document-store.ts';

const written = z.object({ alert: z.object({ revision: z.number() }) });

/**
 * Puts alerts on record, each in the place of an older writing of it and never of a newer one: a look that was held up
 * may come after the next one.
 *
 * @returns the ids of those that are on record now
 */
export async function recordAlerts(
  store: DocumentStore,
  alerts: readonly Alert[],
  deadline: number,
): Promise<ReadonlySet<string>> {
  if (alerts.length === 0) return new Set();
  const before = await store.read(alerts.map(placeOf), deadline);
  const isOlder = (found: StoredDocument | undefined, { revision }: Alert) =>
    !found || written.parse(found.source).alert.revision < revision;
  const toWrite = alerts.flatMap((alert, i) => {
    const found = before[i];
    if (!isOlder(found, alert)) return [];
    return [{ alert, ...placeOf(alert), document: alertDocument(alert), replaces: found?.version }];
  });
  const outcomes = toWrite.length > 0 ? await store.write(toWrite, deadline) : [];
  const failed = toWrite.filter((_, i) => outcomes[i]?.outcome !== 'written').map(({ id }) => id);
  return new Set(alerts.map(({ id }) => id).filter((id) => !failed.includes(id)));
}

const placeOf = ({ id }: Alert) => ({ index: alertsIndex, id });
