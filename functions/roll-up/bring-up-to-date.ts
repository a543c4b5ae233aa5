import type { Client } from '@opensearch-project/opensearch';
import { halfHourOf } from '../../model/documents/api-half-hour.ts';
import { periodEnd } from '../../model/documents/dated-index.ts';
import type { RollUp } from '../../model/documents/roll-up.ts';
import type { ExistingIndices } from '../clients/existing-indices.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { KnownError } from '../errors.ts';
import { changedHalfHours, newestSummaries } from './new-summaries.ts';
import { type RollDeps, rollStretches } from './roll-stretches.ts';
import { readRollUp, writeRollUp } from './roll-up-state.ts';
import { type Stretch, stretchesOf } from './stretches.ts';

export type RollUpDeps = RollDeps & {
  readonly search: Client;
  readonly existing: ExistingIndices;
  /** Whose summaries are rolled up: a pattern. */
  readonly indices: string;
  readonly telemetry: Pick<Telemetry, 'info'>;
};

/** Pages send every 30 seconds: after so long a half hour has nearly all that it ever gets. What comes later is rolled up anew. */
const settledMillis = 600_000;
/** The documents of an index may be so much later than its name says (functions/enrich/plausible-times.ts). */
const dayMillis = 86_400_000;

/**
 * Rolls up what is new, as far as there is time for it; the next time goes on there. Sequence numbers are rolled up only up
 * to the highest one of the look before: of newer ones one may still be on its way, behind one that can be seen already.
 *
 * Half hours that are rolled up anew are not counted meanwhile, nor are those that are left for the next time: `rolledUntil`
 * goes back before the first of them.
 *
 * @param deadline in epoch milliseconds
 * @returns until when everything is rolled up; undefined while nothing is
 * @throws KnownError `conflict` where somebody else is at it, `unavailable`; Error where the search service refuses
 */
export async function bringUpToDate(
  deps: RollUpDeps,
  now: Date,
  deadline: number,
): Promise<string | undefined> {
  const found = await readRollUp(deps.store, deadline);
  const { busyUntil, ...before } = found.rollUp;
  if (busyUntil !== undefined && Date.parse(busyUntil) > Date.now()) {
    throw new KnownError('conflict', 'Somebody else rolls up already.');
  }
  const indices = await nextIndices(deps, before.indices, deadline);
  const until = halfHourOf(now.getTime() - settledMillis);
  const stretches = await changedStretches(deps, before, indices, until, deadline);
  const claimed = await writeRollUp(
    deps.store,
    {
      rollUp: {
        ...untilOf(beforeChanged(before, stretches)),
        indices: before.indices,
        busyUntil: iso(deadline),
      },
      version: found.version,
    },
    deadline,
  );
  const { next = until, blocked } = await rollStretches(deps, stretches, deadline);
  // Who learns that they are rolled up must find them.
  await deps.search.indices.refresh({ index: deps.indices, ignore_unavailable: true });
  const after = { ...untilOf(Math.min(next, until)), indices: withoutThose(indices, blocked) };
  await writeRollUp(deps.store, { ...claimed, rollUp: after }, deadline);
  const { rolledUntil } = after;
  deps.telemetry.info('rolled up half hours', {
    stretches: stretches.length,
    rolledUntil,
    blocked: blocked.size,
  });
  return rolledUntil;
}

/** How it will be: each index rolled up to what was there at the look before. */
async function nextIndices(
  { search, existing, indices }: RollUpDeps,
  known: RollUp['indices'],
  deadline: number,
): Promise<RollUp['indices']> {
  const newest = await newestSummaries(search, indices, known, deadline);
  const names = Object.keys(known);
  const there = names.length > 0 ? await existing(names, deadline) : new Set();
  const left = names.filter((name) => there.has(name));
  return Object.fromEntries([
    ...Object.entries(newest).map(([name, seen]) => [name, { seen }] as const),
    ...left.map((name) => {
      const before = known[name]?.seen ?? 0;
      return [name, { seen: newest[name] ?? before, rolled: before }] as const;
    }),
  ]);
}

async function changedStretches(
  { search }: RollUpDeps,
  { rolledUntil, indices: before }: RollUp,
  indices: RollUp['indices'],
  until: number,
  deadline: number,
): Promise<readonly Stretch[]> {
  const from = rolledUntil === undefined ? undefined : Date.parse(rolledUntil);
  const found: Stretch[] = [];
  for (const [index, { rolled: upTo }] of Object.entries(indices)) {
    if (upTo === undefined) continue;
    const after = before[index]?.rolled;
    const end = (periodEnd(index) ?? Number.POSITIVE_INFINITY) + dayMillis;
    if (after === upTo && end < (from ?? 0)) continue;
    const changes = { index, after, upTo, from, to: until };
    found.push(...stretchesOf(index, upTo, await changedHalfHours(search, changes, deadline)));
  }
  return found.sort((a, b) => a.halfHours[0] - b.halfHours[0]);
}

/** Before the first half hour that pages count and that is rolled up anew now. */
function beforeChanged({ rolledUntil, indices }: RollUp, stretches: readonly Stretch[]): number | undefined {
  if (rolledUntil === undefined) return undefined;
  const counted = stretches.filter(({ index }) => indices[index]?.rolled !== undefined);
  return Math.min(Date.parse(rolledUntil), ...counted.map(({ halfHours: [first] }) => first));
}

/** Of the others the summaries count, until they can be rolled up. */
function withoutThose(indices: RollUp['indices'], blocked: ReadonlySet<string>): RollUp['indices'] {
  return Object.fromEntries(
    Object.entries(indices).map(([name, its]) => [name, blocked.has(name) ? { seen: its.seen } : its]),
  );
}

function untilOf(at: number | undefined): Pick<RollUp, 'rolledUntil'> {
  return at === undefined ? {} : { rolledUntil: iso(at) };
}

const iso = (at: number) => new Date(at).toISOString();
