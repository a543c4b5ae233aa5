import type { Client } from '@opensearch-project/opensearch';
import { KnownError } from '../errors.ts';
import { reaching } from './reaching.ts';

export type DocumentPlace = { readonly index: string; readonly id: string };
/** Which writing of a document was read: only that one may be replaced. */
export type DocumentVersion = { readonly seqNo: number; readonly primaryTerm: number };
export type StoredDocument = { readonly source: unknown; readonly version: DocumentVersion };

/**
 * Puts a document where none is, or, with `replaces`, in the place of exactly that version, of whatever is there, or of
 * whatever says how things were at that time, in epoch milliseconds, or before.
 */
export type DocumentWrite = DocumentPlace & {
  readonly document: object;
  readonly replaces?: DocumentVersion | 'any' | { readonly asOf: number } | undefined;
};

export type WriteOutcome =
  | { readonly outcome: 'written'; readonly version: DocumentVersion }
  /** There is a document already, or not the version that was to be replaced, or a newer one. */
  | { readonly outcome: 'conflict' }
  /** Not now: the service is busy, or set up wrongly. */
  | { readonly outcome: 'delayed'; readonly reason: string }
  /** Never: the document itself cannot be stored. The detail may quote it. */
  | { readonly outcome: 'refused'; readonly reason: string; readonly detail?: string };

/**
 * Where documents are kept. Both throw KnownError `unavailable` when the service as a whole cannot be reached, or has
 * not answered by the deadline, in epoch milliseconds.
 */
export type DocumentStore = {
  /** What is there now, in the order asked; undefined where nothing is. */
  readonly read: (
    places: readonly DocumentPlace[],
    deadline: number,
  ) => Promise<readonly (StoredDocument | undefined)[]>;
  /** Writes all in one request; an outcome for each, in order. */
  readonly write: (writes: readonly DocumentWrite[], deadline: number) => Promise<readonly WriteOutcome[]>;
};

/** The faults that lie in a document. Whatever else goes wrong may be right the next time. */
const documentFaults = new Set([
  'mapper_parsing_exception',
  'document_parsing_exception',
  'strict_dynamic_mapping_exception',
  'illegal_argument_exception',
]);

/** Documents in OpenSearch. Reading is in real time: it sees a write that no search finds yet. */
export function makeDocumentStore(search: Client): DocumentStore {
  return {
    read: (places, deadline) =>
      reaching(deadline, async (options) => {
        const docs = places.map(({ index, id }) => ({ _index: index, _id: id }));
        const { body } = await search.mget({ body: { docs } }, options);
        return body.docs.map((doc) => storedDocument(doc as FoundDocument));
      }),
    write: (writes, deadline) =>
      reaching(deadline, async (options) => {
        // As text, which the client takes but its types do not know: it needs three times as long to join a list.
        const { body } = await search.bulk({ body: writes.map(bulkLines).join('') as never }, options);
        return body.items.map((item) => outcomeOf(Object.values(item)[0] as BulkItem));
      }),
  };
}

type FoundDocument = {
  found?: boolean;
  _source?: unknown;
  _seq_no?: number;
  _primary_term?: number;
  error?: BulkError;
};
type BulkItem = { status: number; _seq_no?: number; _primary_term?: number; error?: BulkError };
type BulkError = { type?: string; reason?: string; caused_by?: BulkError };

/** Of an index that cannot be read now nobody knows what is in it: that is not the same as nothing. */
function storedDocument({ error, ...doc }: FoundDocument): StoredDocument | undefined {
  if (error && error.type !== 'index_not_found_exception')
    throw new KnownError('unavailable', `A document cannot be read now: ${error.type}.`);
  if (!doc.found || doc._seq_no === undefined || doc._primary_term === undefined) return undefined;
  return { source: doc._source, version: { seqNo: doc._seq_no, primaryTerm: doc._primary_term } };
}

function bulkLines({ index, id, document, replaces }: DocumentWrite): string {
  return `${JSON.stringify(actionOf({ _index: index, _id: id }, replaces))}\n${JSON.stringify(document)}\n`;
}

function actionOf(place: object, replaces: DocumentWrite['replaces']): object {
  if (replaces === undefined) return { create: place };
  if (replaces === 'any') return { index: place };
  // Of the same instant the later writing holds: what is told of one thing comes in order.
  if ('asOf' in replaces)
    return { index: { ...place, version: replaces.asOf, version_type: 'external_gte' } };
  return { index: { ...place, if_seq_no: replaces.seqNo, if_primary_term: replaces.primaryTerm } };
}

function outcomeOf({ status, error, _seq_no = 0, _primary_term = 0 }: BulkItem): WriteOutcome {
  if (status < 300) return { outcome: 'written', version: { seqNo: _seq_no, primaryTerm: _primary_term } };
  if (status === 409) return { outcome: 'conflict' };
  const reason = error?.type ?? `status ${status}`;
  if (status !== 400 || !documentFaults.has(reason)) return { outcome: 'delayed', reason };
  const detail = explain(error);
  return { outcome: 'refused', reason, ...(detail ? { detail } : {}) };
}

/** What the service says is wrong, down to the innermost cause: that one names the field. */
function explain(error: BulkError | undefined): string {
  const said: string[] = [];
  for (let cause = error; cause; cause = cause.caused_by) if (cause.reason) said.push(cause.reason);
  return said.join('; ');
}
