import { periodEnd } from '../../model/documents/dated-index.ts';
import type { DatedKind } from '../../model/documents/kinds.ts';
import type { WrittenDocuments } from '../clients/written-documents.ts';
import type { SinkState } from './sink-state.ts';

export type Looking = {
  readonly kinds: readonly DatedKind[];
  readonly documents: Pick<WrittenDocuments, 'newest'>;
  /** After which no index is there any more. */
  readonly retentionDays: number;
  readonly now: () => number;
};

const dayMillis = 86_400_000;
/** An index goes when all that it may hold is too old: a month at most after its first day. */
const spareDays = 40;

/**
 * Looks how far each index has got, for the next time. What there was of a kind before it was chosen is not forwarded; of
 * an index that is new everything is.
 *
 * @throws KnownError `unavailable`
 */
export async function lookForNew(
  before: SinkState,
  { kinds, documents, retentionDays, now }: Looking,
  deadline: number,
): Promise<SinkState> {
  const oldest = now() - (retentionDays + spareDays) * dayMillis;
  const isLeft = (name: string, kind: DatedKind) =>
    kinds.includes(kind) && (periodEnd(name) ?? Number.POSITIVE_INFINITY) > oldest;
  const indices = Object.fromEntries(
    Object.entries(before.indices).filter(([name, { kind }]) => isLeft(name, kind)),
  );
  for (const kind of kinds) {
    const known = Object.entries(indices).flatMap(([name, its]) =>
      its.kind === kind ? [[name, its.seen] as const] : [],
    );
    const newest = await documents.newest(kind, Object.fromEntries(known), deadline);
    for (const [name, seen] of Object.entries(newest)) {
      const sent = indices[name]?.sent ?? (before.kinds.includes(kind) ? -1 : seen);
      indices[name] = { kind, sent, seen };
    }
  }
  return { ...before, kinds: [...kinds], indices };
}
