import type { Patience } from '../clients/patience.ts';
import type { IngestQueue } from '../clients/queue.ts';
import { describeError } from '../edge/describe-error.ts';
import { KnownError } from '../errors.ts';
import type { SettingAside } from '../ingest/set-message-aside.ts';
import { isObject } from './keep-fields.ts';
import { keepRecords } from './kept-records.ts';
import { setRecordsAside, setUnreadableAside } from './set-records-aside.ts';
import type { Source } from './source.ts';
import { type StoringDeps, storeRecords } from './store-records.ts';

/** One record as it came. */
export type ArrivedRecord = {
  /** A JSON object, or anything else where it is none. */
  readonly raw: unknown;
  readonly receivedAt: Date;
  /** What tells it from any other of its source. */
  readonly place: string;
};

export type CollectDeps = StoringDeps &
  SettingAside & {
    readonly queue: Pick<IngestQueue, 'send'>;
    readonly patience: Patience;
  };

/** Makes what leaves of a record what may be kept; undefined of one that is not wanted. */
export type Clean = (raw: unknown, place: string) => Record<string, unknown> | undefined;

/** What the queue and the bucket may take. */
const spareMillis = 15_000;

/**
 * Takes records over from their source: from here on they are ours to keep. Each is stored, or set aside alone with its
 * reason; where the search service is out of reach they go into the queue, cleaned. So the source never stops.
 *
 * @param deadline in epoch milliseconds
 * @throws KnownError `unavailable` when neither the search service nor the queue, or not the bucket, can be reached: then
 *   the source must bring all of them again, which does no harm
 */
export async function collectRecords<Record>(
  source: Source<Record>,
  clean: Clean,
  arrived: readonly ArrivedRecord[],
  deps: CollectDeps,
  deadline: number,
): Promise<void> {
  const { route } = source;
  const unreadable = arrived.filter(({ raw }) => !isObject(raw));
  await setUnreadableAside(
    route,
    unreadable.map(({ place }) => place),
    deps,
  );
  const records = arrived.flatMap(({ raw, receivedAt, place }) => {
    const record = isObject(raw) ? clean(raw, place) : undefined;
    return record ? [{ record, receivedAt }] : [];
  });
  if (records.length === 0) return;
  try {
    const until = Math.min(deps.patience.until(), deadline - spareMillis);
    await setRecordsAside(route, await storeRecords(source, records, deps, until), deps);
  } catch (error) {
    if (!(error instanceof KnownError && error.kind === 'unavailable')) throw error;
    deps.patience.wasInVain();
    for (const message of keepRecords(route, records)) await deps.queue.send(message);
    deps.telemetry.warn('put into the queue', { route, error: describeError(error) });
    deps.telemetry.count('Queued', records.length, { route });
  }
}
