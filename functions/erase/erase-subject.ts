import type { Subject } from '../../model/documents/erasure.ts';
import { erasuresKeptMillis } from '../clients/erasures.ts';
import type { SetAsideObjects } from '../clients/set-aside-objects.ts';
import type { CountsByKind, SubjectDocuments } from '../clients/subject-documents.ts';
import type { AskJoin } from '../join/ask-join.ts';
import { mentions } from './mentions.ts';

export type EraseDeps = {
  readonly documents: SubjectDocuments;
  /** The bucket of failed records. */
  readonly objects: SetAsideObjects;
  /** Takes an agent out of what the real-time feed knows; absent where the deployment has none. */
  readonly forgetAgent?: ((agent: string) => Promise<unknown>) | undefined;
  /** Absent where the deployment joins no contacts. */
  readonly askJoin?: AskJoin | undefined;
  readonly retentionDays: number;
  readonly now: () => Date;
  readonly pause: (millis: number) => Promise<unknown>;
};

/** What there is of somebody, or, after an erasure, what there was. */
export type Found = { readonly documents: CountsByKind; readonly failedRecords: number };

/** The longest that a function which did not know of the erasure yet may still be storing a message. */
const longestStoringMillis = 30_000;
const dayMillis = 86_400_000;
const pageOfKeys = 1000;
const readAtOnce = 20;

/** Looks what there is of somebody; changes nothing. */
export async function findSubject(subject: Subject, { documents, objects }: EraseDeps): Promise<Found> {
  const [counts, keys] = await Promise.all([documents.count(subject), keysAbout(subject, objects)]);
  return { documents: counts, failedRecords: keys.length };
}

/**
 * Erases what there is of somebody. First it is marked, so that what is still on its way is not stored, be it in the
 * queue, in the bucket or in a page's outbox; then, when every function knows of the mark, all is deleted. What others'
 * contacts say of an agent goes as soon as these are put together again; those of the same chain do not name a contact.
 */
export async function eraseSubject(subject: Subject, deps: EraseDeps): Promise<Found> {
  const { documents, objects, forgetAgent, askJoin, retentionDays, now, pause } = deps;
  const erasedAt = now();
  // What is older than the retention is not accepted any more, erased or not.
  const forgetBefore = new Date(erasedAt.getTime() - (retentionDays + 1) * dayMillis);
  await documents.mark(subject, erasedAt, forgetBefore);
  await pause(erasuresKeptMillis + longestStoringMillis);
  const counts = await documents.count(subject);
  const keys = await keysAbout(subject, objects);
  // The bucket first: a replay that began before the mark could put an object back after its documents are gone.
  for (const key of keys) await objects.remove(key);
  await documents.remove(subject);
  if ('agent' in subject) await forgetAgent?.(subject.agent);
  if ('contact' in subject) await documents.unlink(subject.contact);
  // Others' contacts are put together of what is left.
  if (askJoin && 'agent' in subject)
    await askJoin({ contactIds: await documents.contactsNaming(subject.agent) });
  return { documents: counts, failedRecords: keys.length };
}

async function keysAbout(subject: Subject, objects: SetAsideObjects): Promise<readonly string[]> {
  const found: string[] = [];
  let after: string | undefined;
  for (;;) {
    const keys = await objects.list('', after, pageOfKeys);
    for (let i = 0; i < keys.length; i += readAtOnce) {
      const some = keys.slice(i, i + readAtOnce);
      const texts = await Promise.all(some.map((key) => objects.read(key)));
      found.push(...some.filter((_, j) => mentions(texts[j] ?? '', subject)));
    }
    if (keys.length < pageOfKeys) return found;
    after = keys[keys.length - 1];
  }
}
