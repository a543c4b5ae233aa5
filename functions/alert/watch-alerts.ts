import type { Alert, Channel } from '../../model/alerts/alert.ts';
import type { DocumentStore } from '../clients/document-store.ts';
import type { Erasures } from '../clients/erasures.ts';
import type { Gauges, Telemetry } from '../edge/telemetry.ts';
import type { Ask } from '../query/ask.ts';
import { type Entry, isDone, readState, writeState } from './alert-state.ts';
import { channelTroubles } from './channel-troubles.ts';
import { deliverNotices } from './deliver-notices.ts';
import { evaluate } from './evaluate.ts';
import { look } from './look.ts';
import { planNotices } from './notices.ts';
import type { OpenChannels } from './open-channels.ts';
import { recordAlerts } from './record-alerts.ts';
import { readRules } from './rule-book.ts';

export type AlertDeps = {
  readonly store: DocumentStore;
  /** Sees all calls. */
  readonly ask: Ask;
  readonly erasures: Erasures;
  readonly openChannels: () => Promise<OpenChannels>;
  /** Takes what is older than the retention off the record; asked once a day. */
  readonly deleteOld: (now: Date) => Promise<unknown>;
  readonly siteUrl: string;
  readonly gauges: Gauges;
  readonly telemetry: Pick<Telemetry, 'info' | 'warn'>;
};

/** Before the end so much is left to write down what was told. */
const spareMillis = 10_000;

/**
 * Looks once at all that the rules watch. What is decided is written before it is told, and what was told after it: a
 * look that breaks off, or another at the same time, may tell something twice, never not at all; and raises nothing twice.
 *
 * @param deadline in epoch milliseconds
 * @throws KnownError `conflict` when another look was quicker, `unavailable`; Error where the search service refuses
 */
export async function watchAlerts(deps: AlertDeps, now: Date, deadline: number): Promise<void> {
  const { store, ask, gauges, telemetry } = deps;
  const [before, { rules }] = await Promise.all([readState(store, deadline), readRules(store, deadline)]);
  const kept = await withoutErased(before.entries, deps.erasures);
  const sightings = await look(rules, openOf(kept), ask, now);
  const judged = judge(kept, (raised) => evaluate(rules, sightings, raised, now));
  // Also while nothing is to be told: that nobody could be is seen before it matters.
  const { channels, troubles } = await deps.openChannels();
  const names = Object.keys(channels) as Channel[];
  const planned = changeEach(judged, (alert) => planNotices(alert, names, now));
  const decided = await writeState(store, { ...before, entries: planned }, now, deadline);
  const { alerts: told, failures } = await deliverNotices(
    planned.map(({ alert }) => alert),
    now,
    { channels, siteUrl: deps.siteUrl, telemetry, deadline: deadline - spareMillis },
  );
  const recorded = await recordAlerts(store, told, deadline);
  if (recorded.size < told.length) {
    telemetry.warn('alerts could not be put on record', { count: told.length - recorded.size });
  }
  const entries = told.map((alert, i) => ({
    alert,
    recorded: recorded.has(alert.id) ? alert.revision : (planned[i]?.recorded ?? 0),
  }));
  const left = entries.filter((entry) => !isDone(entry));
  const found = channelTroubles(told, troubles, failures, before.troubles);
  await writeState(store, { ...decided, entries: left, troubles: found }, now, deadline);
  if (before.at?.slice(0, 10) !== now.toISOString().slice(0, 10)) await deps.deleteOld(now);
  sayHowItIs(left, now, gauges);
  telemetry.info('looked at the alerts', { rules: rules.length, raised: openOf(left).length });
}

function judge(kept: readonly Entry[], decide: (raised: readonly Alert[]) => readonly Alert[]): Entry[] {
  const over = kept.filter(({ alert }) => alert.clearedAt !== undefined);
  const judged = decide(openOf(kept)).map((alert) => ({
    alert,
    recorded: kept.find((its) => its.alert.id === alert.id)?.recorded ?? 0,
  }));
  return [...over, ...judged];
}

function openOf(entries: readonly Entry[]): readonly Alert[] {
  return entries.map(({ alert }) => alert).filter(({ clearedAt }) => clearedAt === undefined);
}

function changeEach(entries: readonly Entry[], change: (alert: Alert) => Alert): readonly Entry[] {
  return entries.map(({ alert, recorded }) => ({ alert: change(alert), recorded }));
}

/** Erasing an agent takes what is on record; what is under way is forgotten here. */
async function withoutErased(entries: readonly Entry[], erasures: Erasures): Promise<readonly Entry[]> {
  const erased = await Promise.all(
    entries.map(({ alert: { scope, raisedAt } }) =>
      Promise.all((scope.agent ?? []).map((agent) => erasures.cover({ agent, startedAt: raisedAt }))),
    ),
  );
  return entries.filter((_, i) => !erased[i]?.includes(true));
}

/** As metrics, of which alarms are made: that it was looked, and for how long something could not be told. */
function sayHowItIs(left: readonly Entry[], now: Date, gauges: Gauges): void {
  const waiting = left
    .flatMap(({ alert }) => alert.notices)
    .filter(({ status, attempts }) => status === 'waiting' && attempts > 0)
    .map(({ at }) => (now.getTime() - Date.parse(at)) / 1000);
  gauges.measure({ name: 'AlertLooks', value: 1 });
  gauges.measure({ name: 'AlertsRaised', value: openOf(left).length });
  gauges.measure({ name: 'AlertUntold', value: Math.max(0, ...waiting), unit: 'Seconds' });
}
