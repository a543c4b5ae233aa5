import type { DocumentPlace, DocumentStore, DocumentWrite, WriteOutcome } from './document-store.ts';
import type { ExistingIndices } from './existing-indices.ts';

type Kept = { readonly json: string; readonly seqNo: number };

/** Documents in memory, under OpenSearch's rules of versions: for tests. */
export function makeMemoryDocumentStore(): DocumentStore & {
  readonly documents: () => Map<string, unknown>;
  readonly existing: ExistingIndices;
} {
  const kept = new Map<string, Kept>();
  let seqNo = 0;
  const key = ({ index, id }: DocumentPlace) => `${index}/${id}`;
  const writeOne = (write: DocumentWrite): WriteOutcome => {
    const before = kept.get(key(write));
    const { replaces } = write;
    if (replaces !== 'any' && before?.seqNo !== replaces?.seqNo) return { outcome: 'conflict' };
    kept.set(key(write), { json: JSON.stringify(write.document), seqNo: ++seqNo });
    return { outcome: 'written', version: { seqNo, primaryTerm: 1 } };
  };
  return {
    read: async (places) =>
      places.map((place) => {
        const found = kept.get(key(place));
        return found && { source: JSON.parse(found.json), version: { seqNo: found.seqNo, primaryTerm: 1 } };
      }),
    write: async (writes) => writes.map(writeOne),
    existing: async (names) =>
      new Set(names.filter((name) => [...kept.keys()].some((place) => place.startsWith(`${name}/`)))),
    documents: () => new Map([...kept].map(([place, { json }]) => [place, JSON.parse(json)])),
  };
}
