import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@opensearch-project/opensearch';
import { apiHalfHourIdentity, makeApiHalfHour } from '../../model/documents/api-half-hour.ts';
import type { DocumentStore, DocumentWrite } from '../clients/document-store.ts';
import type { Erasures } from '../clients/erasures.ts';
import { documentId } from '../enrich/document-id.ts';
import { KnownError } from '../errors.ts';
import { type Group, groupsOf } from './groups-of.ts';
import type { Stretch } from './stretches.ts';

export type RollDeps = {
  readonly search: Client;
  readonly store: DocumentStore;
  readonly erasures: Erasures;
  readonly pause?: (millis: number) => Promise<unknown>;
};

/** Before the end so much is left for a page of groups, and to write down how far it came. */
const spareMillis = 30_000;
/** Whoever erases waits as long for what is on its way to be stored (functions/erase/erase-subject.ts). */
const longestWritingMillis = 20_000;
const busyPauseMillis = 500;

/**
 * Rolls up stretches, one after the other, as many as there is time for. What is there of their groups is written over.
 *
 * @param stretches oldest first
 * @param deadline in epoch milliseconds
 * @returns how many of them are done; the next one waits for time, or for an erasure to come to its end
 * @throws KnownError `unavailable`; Error where the search service refuses
 */
export async function rollStretches(
  deps: RollDeps,
  stretches: readonly Stretch[],
  deadline: number,
): Promise<number> {
  for (const [done, stretch] of stretches.entries()) {
    if (!(await rollStretch(deps, stretch, deadline))) return done;
  }
  return stretches.length;
}

/**
 * False where there is no time for all of it, or where it is about somebody who is being erased: once their summaries are
 * gone it can be rolled up.
 */
async function rollStretch(deps: RollDeps, stretch: Stretch, deadline: number): Promise<boolean> {
  if (Date.now() > deadline - spareMillis) return false;
  for await (const groups of groupsOf(deps.search, stretch, deadline)) {
    if (Date.now() > deadline - spareMillis) return false;
    const erased = await Promise.all(
      groups.map(({ agent, first }) =>
        deps.erasures.cover({ agent, startedAt: new Date(first).toISOString() }),
      ),
    );
    if (erased.includes(true)) return false;
    const soon = Math.min(deadline, Date.now() + longestWritingMillis);
    await writeAll(
      deps,
      groups.map((group) => writeOf(stretch.index, group)),
      soon,
    );
  }
  return true;
}

function writeOf(index: string, { startedAt, shared, sum }: Group): DocumentWrite {
  return {
    index,
    id: documentId(apiHalfHourIdentity(startedAt, shared)),
    document: makeApiHalfHour(startedAt, shared, sum),
    replaces: 'any',
  };
}

async function writeAll(
  { store, pause = sleep }: RollDeps,
  writes: readonly DocumentWrite[],
  deadline: number,
): Promise<void> {
  for (let left = writes; left.length > 0; ) {
    const outcomes = await store.write(left, deadline);
    const refused = outcomes.find((its) => its.outcome === 'refused');
    if (refused) throw new Error(`The search service refused a half hour: ${refused.reason}`);
    left = left.filter((_, i) => outcomes[i]?.outcome !== 'written');
    if (left.length === 0) return;
    if (Date.now() + busyPauseMillis > deadline) {
      throw new KnownError('unavailable', 'The search service does not take more now.');
    }
    await pause(busyPauseMillis);
  }
}
