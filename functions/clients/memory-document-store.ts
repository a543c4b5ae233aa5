import type { DocumentPlace, DocumentStore, DocumentWrite, WriteOutcome } from './document-store.ts';
import type { ExistingIndices } from './existing-indices.ts';

type Kept = { readonly json: string; readonly seqNo: number; readonly asOf?: number | undefined };

/**
 * Documents in memory, under OpenSearch's rules of versions: for tests.
 *
 * @param keeps which; of the others it only says that they are written
 */
export function makeMemoryDocumentStore(
  keeps: (place: DocumentPlace) => boolean = () => true,
): DocumentStore & {
  readonly documents: () => Map<string, unknown>;
  readonly existing: ExistingIndices;
} {
  const kept = new Map<string, Kept>();
  const indices = new Set<string>();
  let seqNo = 0;
  const key = ({ index, id }: DocumentPlace) => `${index}/${id}`;
  const writeOne = (write: DocumentWrite): WriteOutcome => {
    const before = kept.get(key(write));
    const { replaces } = write;
    if (!mayReplace(before, replaces)) return { outcome: 'conflict' };
    const asOf = typeof replaces === 'object' && 'asOf' in replaces ? replaces.asOf : undefined;
    indices.add(write.index);
    seqNo++;
    if (keeps(write)) kept.set(key(write), { json: JSON.stringify(write.document), seqNo, asOf });
    return { outcome: 'written', version: { seqNo, primaryTerm: 1 } };
  };
  return {
    read: async (places) =>
      places.map((place) => {
        const found = kept.get(key(place));
        return found && { source: JSON.parse(found.json), version: { seqNo: found.seqNo, primaryTerm: 1 } };
      }),
    write: async (writes) => writes.map(writeOne),
    existing: async (names) => new Set(names.filter((name) => indices.has(name))),
    documents: () => new Map([...kept].map(([place, { json }]) => [place, JSON.parse(json)])),
  };
}

function mayReplace(before: Kept | undefined, replaces: DocumentWrite['replaces']): boolean {
  if (replaces === 'any') return true;
  if (replaces && 'asOf' in replaces) return (before?.asOf ?? 0) <= replaces.asOf;
  return before?.seqNo === replaces?.seqNo;
}
