import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { Verdict } from '../../model/verdict/verdict.ts';
import type { DocumentStore, DocumentWrite, StoredDocument } from '../clients/document-store.ts';
import type { Judged } from './judge-hour.ts';

const stored = z.looseObject({
  joinedAt: z.string().optional(),
  verdict: z.looseObject({ judgedAt: z.string().optional() }).optional(),
});

/**
 * Writes verdicts into the contacts' documents, each in the place of exactly what was read; nothing where the verdict is
 * the same. Whoever has changed a contact meanwhile has it judged by the next run.
 *
 * @param judged some hundred at the most: contacts have some kilobytes each
 * @returns how many were written
 * @throws KnownError `unavailable`
 */
export async function writeVerdicts(
  judged: readonly Judged[],
  store: DocumentStore,
  now: Date,
  deadline: number,
): Promise<number> {
  const before = await store.read(judged, deadline);
  const writes = judged.flatMap((its, i) => writeOf(its, before[i], now) ?? []);
  if (writes.length === 0) return 0;
  const outcomes = await store.write(writes, deadline);
  return outcomes.filter(({ outcome }) => outcome === 'written').length;
}

function writeOf(its: Judged, before: StoredDocument | undefined, now: Date): DocumentWrite | undefined {
  if (!before) return undefined;
  const { verdict: old, ...contact } = stored.parse(before.source);
  if (contact.joinedAt !== its.contact.joinedAt || isSame(old, its.verdict)) return undefined;
  const verdict = its.verdict && { verdict: { ...its.verdict, judgedAt: now.toISOString() } };
  return { index: its.index, id: its.id, document: { ...contact, ...verdict }, replaces: before.version };
}

/** But for when it was said. */
function isSame(old: z.infer<typeof stored>['verdict'], verdict: Verdict | undefined): boolean {
  if (!old || !verdict) return old === verdict;
  const { judgedAt: _, ...said } = old;
  return isDeepStrictEqual(said, JSON.parse(JSON.stringify(verdict)));
}
