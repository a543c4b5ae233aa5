import * as z from 'zod';
import type { DocumentStore } from '../clients/document-store.ts';
import { KnownError } from '../errors.ts';
import type { KeptMessage } from '../ingest/kept-message.ts';

/** Under which documents are set aside that the partner does not take. */
export const sinkRoute = 'sink';

const place = z.object({ index: z.string().min(1), id: z.string().min(1) });

/** What is set aside of such a document: where it is, and nothing that it says. */
export function keepPlace(at: z.infer<typeof place>, now: Date): KeptMessage {
  return { route: sinkRoute, message: { ...at }, context: { receivedAt: now.toISOString() } };
}

/**
 * Has the sink send a document again: it is written as it is, and so has a new number. One that is gone was erased, or
 * is too old.
 *
 * @throws KnownError `invalid` where it is not said which; `unavailable`
 */
export async function sendAgain(
  { message }: KeptMessage,
  { writing }: { readonly writing: { readonly store: DocumentStore } },
  deadline: number,
): Promise<number> {
  const { data: at } = place.safeParse(message);
  if (!at) throw new KnownError('invalid', 'It is not said which document is to be sent again.');
  const [found] = await writing.store.read([at], deadline);
  if (!found) return 0;
  const write = { ...at, document: found.source as object, replaces: found.version };
  const [outcome] = await writing.store.write([write], deadline);
  // Whoever has written it meanwhile has done it.
  if (outcome?.outcome === 'written' || outcome?.outcome === 'conflict') return 1;
  throw new KnownError('unavailable', `The document cannot be written now: ${outcome?.reason}.`);
}
