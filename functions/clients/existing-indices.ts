import type { Client } from '@opensearch-project/opensearch';
import { reaching } from './reaching.ts';

/**
 * Which of these indices there are, closed ones too.
 *
 * @throws KnownError `unavailable` when the service does not answer by the deadline, in epoch milliseconds
 */
export type ExistingIndices = (names: readonly string[], deadline: number) => Promise<ReadonlySet<string>>;

/** No document has it. */
const nobody = '-';

/**
 * Asks each for a document that cannot be there: the answer tells an index that is missing from a document that is, and
 * needs no right but the one to read documents, nor a path of its own.
 */
export function makeExistingIndices(search: Client): ExistingIndices {
  return (names, deadline) =>
    reaching(deadline, async (options) => {
      const docs = names.map((_index) => ({ _index, _id: nobody }));
      const { body } = await search.mget({ body: { docs } }, options);
      const answers = body.docs as readonly Answer[];
      return new Set(names.filter((_, i) => answers[i]?.error?.type !== 'index_not_found_exception'));
    });
}

type Answer = { readonly error?: { readonly type?: string } };
