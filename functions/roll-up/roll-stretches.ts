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
const isBlocked = 'cluster_block_exception';

/** What became of stretches. */
export type Rolled = {
  /** The first half hour that waits for time, or for an erasure to come to its end, in epoch milliseconds. */
  readonly next: number | undefined;
  /** Indices that nothing can be written to: an admin's block, storage for data that nobody changes, a full disk. */
  readonly blocked: ReadonlySet<string>;
};

/**
 * Rolls up stretches, one after the other, as many as there is time for. What is there of their groups is written over.
 *
 * @param stretches oldest first
 * @param deadline in epoch milliseconds
 * @throws KnownError `unavailable`; Error where the search service refuses
 */
export async function rollStretches(
  deps: RollDeps,
  stretches: readonly Stretch[],
  deadline: number,
): Promise<Rolled> {
  const blocked = new Set<string>();
  for (const stretch of stretches) {
    if (blocked.has(stretch.index)) continue;
    const outcome = await rollStretch(deps, stretch, deadline);
    if (outcome === 'blocked') blocked.add(stretch.index);
    if (outcome === 'waits') return { next: stretch.halfHours[0], blocked };
  }
  return { next: undefined, blocked };
}

type Outcome = 'done' | 'waits' | 'blocked';

/**
 * Waits where there is no time for all of it, and where it is about somebody who is being erased: once their summaries are
 * gone it can be rolled up.
 */
async function rollStretch(deps: RollDeps, stretch: Stretch, deadline: number): Promise<Outcome> {
  if (Date.now() > deadline - spareMillis) return 'waits';
  for await (const groups of groupsOf(deps.search, stretch, deadline)) {
    if (Date.now() > deadline - spareMillis) return 'waits';
    const erased = await Promise.all(
      groups.map(({ agent, first }) =>
        deps.erasures.cover({ agent, startedAt: new Date(first).toISOString() }),
      ),
    );
    if (erased.includes(true)) return 'waits';
    const writes = groups.map((group) => writeOf(stretch.index, group));
    const soon = Math.min(deadline, Date.now() + longestWritingMillis);
    if (!(await writeAll(deps, writes, soon))) return 'blocked';
  }
  return 'done';
}

function writeOf(index: string, { startedAt, shared, sum }: Group): DocumentWrite {
  return {
    index,
    id: documentId(apiHalfHourIdentity(startedAt, shared)),
    document: makeApiHalfHour(startedAt, shared, sum),
    replaces: 'any',
  };
}

/** False where the index is blocked. */
async function writeAll(
  { store, pause = sleep }: RollDeps,
  writes: readonly DocumentWrite[],
  deadline: number,
): Promise<boolean> {
  for (let left = writes; ; ) {
    const outcomes = await store.write(left, deadline);
    const refused = outcomes.find((its) => its.outcome === 'refused');
    if (refused) throw new Error(`The search service refused a half hour: ${refused.reason}`);
    if (outcomes.some((its) => its.outcome === 'delayed' && its.reason === isBlocked)) return false;
    left = left.filter((_, i) => outcomes[i]?.outcome !== 'written');
    if (left.length === 0) return true;
    if (Date.now() + busyPauseMillis > deadline) {
      throw new KnownError('unavailable', 'The search service does not take more now.');
    }
    await pause(busyPauseMillis);
  }
}
