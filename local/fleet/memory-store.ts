import type { DocumentStore, DocumentWrite, WriteOutcome } from '../../functions/clients/document-store.ts';

/** Documents by index and id, kept by this process alone: to look at a history without any search service. */
export type MemoryStore = DocumentStore & { readonly documents: (kind: string) => readonly object[] };

type Kept = { readonly index: string; readonly document: object; readonly seqNo: number };

export function makeMemoryStore(): MemoryStore {
  const kept = new Map<string, Kept>();
  let seqNo = 0;
  const write = ({ index, id, document, replaces }: DocumentWrite): WriteOutcome => {
    const key = `${index}/${id}`;
    if (kept.get(key)?.seqNo !== replaces?.seqNo) return { outcome: 'conflict' };
    kept.set(key, { index, document, seqNo: ++seqNo });
    return { outcome: 'written', version: { seqNo, primaryTerm: 1 } };
  };
  return {
    read: async (places) =>
      places.map(({ index, id }) => {
        const found = kept.get(`${index}/${id}`);
        return found && { source: found.document, version: { seqNo: found.seqNo, primaryTerm: 1 } };
      }),
    write: async (writes) => writes.map(write),
    documents: (kind) =>
      [...kept.values()].filter(({ index }) => index.startsWith(`${kind}-`)).map(({ document }) => document),
  };
}
