import { documentId } from '../enrich/document-id.ts';
import type { SettingAside } from '../ingest/set-message-aside.ts';
import { keepRecords } from './kept-records.ts';
import type { RefusedRecord } from './store-records.ts';

/**
 * Puts records that can never be stored as they are into the bucket of failed records, each by itself with its reason, so
 * that it can be put back once the cause is mended. They are as clean as any that is stored.
 *
 * @throws KnownError `unavailable`: then they must come again
 */
export async function setRecordsAside(
  route: string,
  refused: readonly RefusedRecord[],
  { failedRecords, telemetry }: SettingAside,
): Promise<void> {
  for (const { reason, detail, ...kept } of refused) {
    await failedRecords.keepMessage({
      // The same at every delivery, whenever that is.
      id: documentId(['record', route, JSON.stringify(kept.record)]),
      reason,
      ...(detail ? { detail } : {}),
      route,
      body: keepRecords(route, [kept])[0],
    });
    telemetry.count('SetAside', 1, { reason, route });
  }
  if (refused.length > 0) telemetry.warn('records are set aside', { route, count: refused.length });
}

/**
 * The same of what is no JSON object: as nobody can tell what in it may be kept, only where it was is.
 *
 * @param place by which it is found in its source while that still has it
 */
export async function setUnreadableAside(
  route: string,
  places: readonly string[],
  { failedRecords, telemetry }: SettingAside,
): Promise<void> {
  for (const place of places) {
    await failedRecords.keepMessage({
      id: documentId(['unreadable', route, place]),
      reason: 'unreadable',
      detail:
        'It is no JSON object. As nobody can tell what in it may be kept, it was not: its source has it.',
      route,
      body: { place },
    });
    telemetry.count('SetAside', 1, { reason: 'unreadable', route });
  }
  if (places.length > 0) telemetry.warn('records are unreadable', { route, count: places.length });
}
