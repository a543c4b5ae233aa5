import type { Client } from '@opensearch-project/opensearch';
import { type Entry, readState, writeState } from '../../functions/alert/alert-state.ts';
import { recordAlerts } from '../../functions/alert/record-alerts.ts';
import { readRules } from '../../functions/alert/rule-book.ts';
import { type DocumentStore, makeDocumentStore } from '../../functions/clients/document-store.ts';
import { KnownError } from '../../functions/errors.ts';
import { askSearch } from '../../functions/query/ask-search.ts';
import type { Alert } from '../../model/alerts/alert.ts';
import { replayAlerts } from './replay-alerts.ts';

/** Often enough to see when a fault began, and a sixth of the work. */
const everyMinutes = 30;
const patienceMillis = 120_000;
const isOpen = ({ clearedAt }: Alert) => clearedAt === undefined;

/**
 * Puts the alerts on record that the deployment would have raised over its history, had it been there; told is nobody
 * of those that are over. The deployed function goes on from there.
 */
export async function recordAlertsOfHistory(search: Client, from: Date, to: Date): Promise<void> {
  const store = makeDocumentStore(search);
  const [{ entries }, { rules }] = await Promise.all([readState(store, soon()), readRules(store, soon())]);
  const raised = entries.map(({ alert }) => alert).filter(isOpen);
  const alerts = await replayAlerts(askSearch(search), { rules, from, to, everyMinutes, raised });
  await recordAlerts(store, await handOver(store, alerts, to), soon());
}

/**
 * Puts those that are raised into the state. The deployed function may look at any time: what it has raised itself
 * meanwhile stays, and ours of the same is left out.
 */
async function handOver(
  store: DocumentStore,
  alerts: readonly Alert[],
  now: Date,
): Promise<readonly Alert[]> {
  for (;;) {
    const state = await readState(store, soon());
    const kept = alerts.filter((alert) => !isOpen(alert) || !isRaisedAnew(alert, state.entries));
    const others = state.entries.filter(({ alert }) => !kept.some(({ id }) => id === alert.id));
    const ours = kept.filter(isOpen).map((alert) => ({ alert, recorded: alert.revision }));
    try {
      await writeState(store, { ...state, entries: [...others, ...ours] }, now, soon());
      return kept;
    } catch (error) {
      if (!(error instanceof KnownError) || error.kind !== 'conflict') throw error;
    }
  }
}

function isRaisedAnew({ id, rule, group }: Alert, entries: readonly Entry[]): boolean {
  return entries.some(
    ({ alert }) => isOpen(alert) && alert.id !== id && alert.rule.id === rule.id && alert.group === group,
  );
}

const soon = () => Date.now() + patienceMillis;
