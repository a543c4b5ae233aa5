import type { Client } from '@opensearch-project/opensearch';
import { makeDocumentStore } from '../../functions/clients/document-store.ts';
import { makeErasures } from '../../functions/clients/erasures.ts';
import { makeExistingIndices } from '../../functions/clients/existing-indices.ts';
import { KnownError } from '../../functions/errors.ts';
import { bringUpToDate, type RollUpDeps } from '../../functions/roll-up/bring-up-to-date.ts';
import { rolledIndices } from '../../functions/roll-up/rolled-indices.ts';

const patienceMillis = 3_600_000;

/** What the deployed function has, without its log. */
export function rollUpDeps(search: Client): RollUpDeps {
  return {
    search,
    store: makeDocumentStore(search),
    existing: makeExistingIndices(search),
    erasures: makeErasures(search),
    indices: rolledIndices,
    telemetry: { info: () => {} },
  };
}

/**
 * Rolls up all that is stored, by the deployed function's own code: in one run it looks what there is, in the next it rolls
 * that up. Where the deployed function is at it, it is left to that; until then pages count what is not rolled up.
 */
export async function rollUpHistory(search: Client, now: Date): Promise<void> {
  const deps = rollUpDeps(search);
  try {
    for (let run = 0; run < 2; run++) await bringUpToDate(deps, now, Date.now() + patienceMillis);
  } catch (error) {
    if (!(error instanceof KnownError) || error.kind !== 'conflict') throw error;
  }
}
