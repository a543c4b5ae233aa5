import type { Reconciliation } from '../../model/query/reconciliation.ts';
import { type Difference, differenceKinds } from '../../model/reconcile/difference.ts';
import { queueCountsOf } from '../../model/reconcile/queue-counts.ts';
import { reconcileDay } from '../../model/reconcile/reconcile-day.ts';
import type { DaySources, Terms } from '../../model/reconcile/sources.ts';
import { shortestDays } from '../../model/settings/retention.ts';
import type { WfmDelivery } from '../../model/settings/wfm.ts';
import { hoursOf } from '../../model/wfm/hour.ts';
import { dayStretch, type Stretch, startOfInterval } from '../../model/wfm/interval.ts';
import { sentFile } from '../../model/wfm/sent-file.ts';
import type { FoundObjects } from '../clients/bucket-objects.ts';
import type { Config } from '../config.ts';
import { chosenFiles } from '../deliver/make-hour.ts';
import { KnownError } from '../errors.ts';
import type { Ask } from '../query/ask.ts';
import { readDay } from './read-day.ts';
import { setAsideOf } from './read-set-aside.ts';

export type ReconcileDeps = {
  readonly config: Pick<Config, 'collect' | 'retentionDays' | 'retentionDaysByKind'> & {
    readonly wfm: WfmDelivery;
  };
  readonly ask: Ask;
  /** Contacts' records in the bucket of failed records, of those that were put there since an instant. */
  readonly setAsideSince: (since: number) => Promise<FoundObjects>;
  /** What was noted of the files that were sent of a day; absent where none are sent. */
  readonly sentOf?: (day: string) => Promise<FoundObjects>;
  readonly now: () => number;
};

const dayMillis = 86_400_000;

/**
 * Compares what all sources say of the contacts of a day.
 *
 * @param day as `2026-03-29`, in the zone of the settings
 * @param most of each kind of difference so many are listed
 * @throws KnownError `invalid` of a day that has not begun, or is not kept any more; `unavailable`
 */
export async function reconcileForDay(
  day: string,
  most: number,
  deps: ReconcileDeps,
): Promise<Reconciliation> {
  const { config, now } = deps;
  const { zone } = config.wfm;
  const stretch = dayStretch(day, zone);
  const at = now();
  check(day, stretch, at, deps);
  const { sources, moreSetAside } = await readSources({ day, stretch, at }, deps);
  const { queues } = config.collect;
  const terms: Terms = { day: stretch, now: at, ...(queues ? { queues } : {}) };
  const { counts, differences } = reconcileDay(sources, terms);
  const ofKind = differenceKinds
    .map((kind) => ({ kind, its: differences.filter((one) => one.kind === kind) }))
    .filter(({ its }) => its.length > 0);
  return {
    ...{ day, zone, from: iso(stretch.from), to: iso(stretch.to), at: iso(at), counts },
    totals: ofKind.map(({ kind, its }) => ({ kind, total: its.length })),
    differences: ofKind.flatMap(({ its }): readonly Difference[] => its.slice(0, most)),
    moreSetAside,
  };
}

type Wanted = { readonly day: string; readonly stretch: Stretch; readonly at: number };

async function readSources({ day, stretch, at }: Wanted, deps: ReconcileDeps) {
  const { ask, setAsideSince, sentOf, config } = deps;
  // What was noted of older files has expired: all of them would seem never to have been sent.
  const isNoted = stretch.from >= at - config.wfm.keepDays * dayMillis;
  const [{ contacts, calls, metrics }, aside, notes] = await Promise.all([
    readDay(stretch, ask),
    setAsideSince(stretch.from),
    isNoted ? sentOf?.(day) : undefined,
  ]);
  const sources: DaySources = {
    contacts,
    calls,
    setAside: aside.objects.flatMap(({ key, text }) => setAsideOf(key, text, stretch)),
    // Of a day of which nothing at all was read nobody can say what is missing.
    ...(metrics.length > 0 ? { counted: queueCountsOf(metrics) } : {}),
    ...(notes
      ? {
          sent: {
            kinds: chosenFiles(config.wfm),
            hours: hoursOf(day, config.wfm.zone, startOfInterval(at)),
            files: notes.objects.map(({ text }) => sentFile.parse(JSON.parse(text))),
          },
        }
      : {}),
  };
  return { sources, moreSetAside: aside.more };
}

function check(day: string, { from }: Stretch, at: number, { config }: ReconcileDeps): void {
  const kept = shortestDays(config, ['connect-contacts', 'softphone-calls']);
  if (from >= at) throw new KnownError('invalid', `In ${config.wfm.zone} ${day} has not begun yet.`);
  if (from < at - kept * dayMillis)
    throw new KnownError('invalid', `Of ${day} not all is kept any more: the retention is ${kept} days.`);
}

const iso = (at: number) => new Date(at).toISOString();
