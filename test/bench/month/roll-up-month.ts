import type { Client } from '@opensearch-project/opensearch';
import { KnownError } from '../../../functions/errors.ts';
import { bringUpToDate, type RollUpDeps } from '../../../functions/roll-up/bring-up-to-date.ts';
import { readRollUp, writeRollUp } from '../../../functions/roll-up/roll-up-state.ts';
import { rollUpDeps } from '../../../local/fleet/roll-up-history.ts';

/** What is done in a run stays, whatever comes after it. */
const runMillis = 120_000;
/** On a machine that is too busy to answer in time. */
const attempts = 10;

/**
 * Rolls up the half hours of the API calls by the deployed function's own code, run after run, until a run has nothing
 * left to do. The first one only looks what there is.
 */
export async function rollUpMonth(search: Client, now: Date): Promise<void> {
  const deps = rollUpDeps(search);
  let until = await run(deps, now);
  for (let before: string | undefined; until !== before; ) {
    before = until;
    until = await run(deps, now);
  }
}

async function run(deps: RollUpDeps, now: Date): Promise<string | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      await letGo(deps);
      return await bringUpToDate(deps, now, Date.now() + runMillis);
    } catch (error) {
      const isLate = error instanceof KnownError && error.kind === 'unavailable';
      if (!isLate || attempt === attempts) throw error;
    }
  }
}

/** The search service is the bench's alone: whoever was at it before has ended. */
async function letGo({ store }: RollUpDeps): Promise<void> {
  const deadline = Date.now() + runMillis;
  const found = await readRollUp(store, deadline);
  const { busyUntil, ...rollUp } = found.rollUp;
  if (busyUntil !== undefined) await writeRollUp(store, { ...found, rollUp }, deadline);
}
