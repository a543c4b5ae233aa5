import type { FailedRecords } from '../clients/failed-records.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { documentId } from '../enrich/document-id.ts';
import { readKept } from './kept-message.ts';

/** What setting a message aside needs. */
export type SettingAside = {
  readonly failedRecords: Pick<FailedRecords, 'keepMessage'>;
  readonly telemetry: Pick<Telemetry, 'warn' | 'count'>;
};

/**
 * Puts a queue's message into the bucket of failed records.
 *
 * @throws KnownError `unavailable`: then it must stay in its queue
 */
export async function setMessageAside(
  body: string,
  { reason, detail }: { readonly reason: string; readonly detail?: string },
  { failedRecords, telemetry }: SettingAside,
): Promise<void> {
  const kept = readKept(body);
  await failedRecords.keepMessage({
    id: documentId([body]),
    reason,
    ...(detail ? { detail } : {}),
    ...(kept ? { route: kept.route, body: kept } : { body }),
  });
  telemetry.warn('a message is set aside', { reason, route: kept?.route });
  telemetry.count('SetAside', 1, { reason });
}
