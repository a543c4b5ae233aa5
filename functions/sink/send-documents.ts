import type { DatedKind } from '../../model/documents/kinds.ts';
import type { FailedRecords } from '../clients/failed-records.ts';
import type { Partner } from '../clients/partner.ts';
import type { WrittenDocument } from '../clients/written-documents.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { documentId } from '../enrich/document-id.ts';
import { keepPlace, sinkRoute } from './send-again.ts';

export type Sending = {
  readonly partner: Partner;
  readonly failedRecords: Pick<FailedRecords, 'keepMessage'>;
  readonly instanceId: string;
  readonly telemetry: Pick<Telemetry, 'warn' | 'count'>;
  readonly now: () => number;
  /** Makes sure that nobody else sends while a message is on its way. */
  readonly beforeEach: () => Promise<void>;
};

export type Failure = { readonly reason: string; readonly retryAfterMillis?: number };
/** Up to which number all was taken, or set aside; and why no more. */
export type SentUpTo = { readonly sent: number; readonly failure?: Failure };

const mostBytes = 250_000;

/**
 * Sends documents of one index, in the order of their numbers. One that the partner never will take is set aside alone: a
 * message that it refuses is halved until that one is found.
 *
 * @throws KnownError `unavailable` when the bucket of failed records cannot be reached
 */
export async function sendDocuments(
  kind: DatedKind,
  documents: readonly WrittenDocument[],
  sent: number,
  sending: Sending,
): Promise<SentUpTo> {
  let upTo = sent;
  for (const some of pieces(documents)) {
    const done = await sendPiece(kind, some, upTo, sending);
    if (done.failure) return done;
    upTo = done.sent;
  }
  return { sent: upTo };
}

async function sendPiece(
  kind: DatedKind,
  some: readonly WrittenDocument[],
  sent: number,
  sending: Sending,
): Promise<SentUpTo> {
  await sending.beforeEach();
  const answer = await sending.partner.send(messageOf(kind, some, sending), keyOf(some));
  const last = some.at(-1)?.number ?? sent;
  if (answer.outcome === 'taken') return { sent: last };
  if (answer.outcome === 'delayed') return { sent, failure: answer };
  if (some.length === 1) {
    for (const one of some) await setAside(kind, one, answer.reason, sending);
    return { sent: last };
  }
  const middle = Math.ceil(some.length / 2);
  const first = await sendPiece(kind, some.slice(0, middle), sent, sending);
  return first.failure ? first : sendPiece(kind, some.slice(middle), first.sent, sending);
}

/** Not what it says: it is where it was, and may be erased there. */
async function setAside(
  kind: DatedKind,
  { index, id }: WrittenDocument,
  detail: string,
  { failedRecords, telemetry, now }: Sending,
): Promise<void> {
  const reason = 'refusedByPartner';
  const body = keepPlace({ index, id }, new Date(now()));
  await failedRecords.keepMessage({
    id: documentId([sinkRoute, index, id]),
    route: sinkRoute,
    reason,
    detail,
    body,
  });
  telemetry.warn('a document is not taken by the partner', { kind, detail });
  telemetry.count('SetAside', 1, { reason, kind });
}

function messageOf(kind: DatedKind, some: readonly WrittenDocument[], { instanceId, now }: Sending): object {
  return {
    version: 1,
    instanceId,
    sentAt: new Date(now()).toISOString(),
    documents: some.map(({ id, number, fields }) => ({ kind, id, revision: number, document: fields })),
  };
}

function keyOf(some: readonly WrittenDocument[]): string {
  return documentId(some.flatMap(({ index, id, number }) => [index, id, String(number)]));
}

/** As many in a message as its size allows, one at least. */
function pieces(documents: readonly WrittenDocument[]): readonly WrittenDocument[][] {
  const all: WrittenDocument[][] = [];
  let left = 0;
  for (const one of documents) {
    const bytes = Buffer.byteLength(JSON.stringify(one.fields));
    if (bytes > left) {
      all.push([]);
      left = mostBytes;
    }
    all.at(-1)?.push(one);
    left -= bytes;
  }
  return all;
}
