import type { Client } from '@opensearch-project/opensearch';
import { makeDocumentStore } from '../../functions/clients/document-store.ts';
import type { Erasures } from '../../functions/clients/erasures.ts';
import { makeExistingIndices } from '../../functions/clients/existing-indices.ts';
import { makeMemoryDocumentStore } from '../../functions/clients/memory-document-store.ts';
import { bringUpToDate } from '../../functions/roll-up/bring-up-to-date.ts';
import { readRollUp } from '../../functions/roll-up/roll-up-state.ts';
import { rollUpsIndex } from '../../model/documents/roll-up.ts';

const patienceMillis = 120_000;

/**
 * Rolls up a test's own indices as the deployed function does, beside that of the stack, which leaves them alone: how
 * far it is is kept in memory.
 *
 * @param indices a pattern
 * @param its `whenWritten` is called in the midst of it, when some half hours are written
 */
export function ownRollUp(
  client: Client,
  indices: string,
  {
    erasures = { cover: async () => false },
    whenWritten = async () => {},
  }: { readonly erasures?: Erasures; readonly whenWritten?: () => Promise<unknown> } = {},
) {
  const memory = makeMemoryDocumentStore();
  const real = makeDocumentStore(client);
  const deps = {
    search: client,
    store: {
      ...real,
      read: memory.read,
      write: async (...[writes, deadline]: Parameters<typeof real.write>) => {
        if (writes[0]?.index === rollUpsIndex) return memory.write(writes, deadline);
        const outcomes = await real.write(writes, deadline);
        await whenWritten();
        return outcomes;
      },
    },
    existing: makeExistingIndices(client),
    erasures,
    indices,
    telemetry: { info: () => {} },
  };
  return {
    /** One run of the function. */
    run: (now: Date) => bringUpToDate(deps, now, Date.now() + patienceMillis),
    state: async () => (await readRollUp(memory, Date.now() + patienceMillis)).rollUp,
  };
}
