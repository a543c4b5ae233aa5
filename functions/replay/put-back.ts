import type { CallParts } from '../../model/documents/call-parts.ts';
import type { FailedRecord } from '../clients/failed-records.ts';
import { errorKinds, KnownError } from '../errors.ts';
import type { IngestDeps } from '../ingest/ingest-deps.ts';
import type { Records } from '../ingest/records.ts';
import { storeKept } from '../ingest/store-kept.ts';
import { writeRecords } from '../ingest/write-records.ts';
import type { SetAside } from './set-aside.ts';

/** Why it still cannot be stored. */
export type Refusal = { readonly reason: string; readonly detail?: string };

/**
 * Stores what was set aside, as if it came now: what is there already stays, and a call's share is merged into what is
 * known of the call. Doing it twice, or while other messages of the call come in, changes nothing. What was erased since
 * it was set aside is not stored.
 *
 * @param deadline in epoch milliseconds
 * @throws KnownError `unavailable`: then it may be tried again
 */
export async function putBack(
  its: SetAside,
  deps: IngestDeps,
  deadline: number,
): Promise<Refusal | 'stored' | 'erased'> {
  const refused: FailedRecord[] = [];
  const failedRecords = { keep: async (records: readonly FailedRecord[]) => void refused.push(...records) };
  // Without its telemetry: what is refused again was counted when it was set aside.
  const { telemetry: _, ...quiet } = deps.writing;
  const writing = { ...quiet, failedRecords };
  try {
    if ('document' in its) {
      // A whole message is asked about where it is stored.
      if (await deps.erasures.cover(its.about)) return 'erased';
      await writeRecords(recordsOf(its), writing, deadline);
      const { contactId } = its.about;
      if (contactId) await deps.askJoin?.({ contactIds: [contactId] });
    } else await storeKept(its.body, { ...deps, writing }, deadline);
  } catch (error) {
    if (!(error instanceof KnownError) || errorKinds[error.kind].status >= 500) throw error;
    return { reason: error.kind, detail: error.message };
  }
  return refused[0] ? refusalOf(refused[0]) : 'stored';
}

function recordsOf({ document, index, id, about }: Extract<SetAside, { document: unknown }>): Records {
  const place = { index, id, about };
  // Of all documents, only a call has parts.
  const { parts } = document as { parts?: CallParts };
  return parts
    ? { documents: [], calls: [{ ...place, parts }] }
    : { documents: [{ ...place, document }], calls: [] };
}

function refusalOf({ reason, detail }: FailedRecord): Refusal {
  return { reason, ...(detail ? { detail } : {}) };
}
