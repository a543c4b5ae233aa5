import type { Client } from '@opensearch-project/opensearch';
import { readState, writeState } from '../../functions/alert/alert-state.ts';
import { recordAlerts } from '../../functions/alert/record-alerts.ts';
import { readRules } from '../../functions/alert/rule-book.ts';
import { makeDocumentStore } from '../../functions/clients/document-store.ts';
import { askSearch } from '../../functions/query/ask-search.ts';
import { replayAlerts } from './replay-alerts.ts';

/** Often enough to see when a fault began, and a sixth of the work. */
const everyMinutes = 30;
const patienceMillis = 120_000;

/**
 * Puts the alerts on record that the deployment would have raised over its history, had it been there; told is nobody
 * of those that are over. The deployed function goes on from there.
 */
export async function recordAlertsOfHistory(search: Client, from: Date, to: Date): Promise<void> {
  const store = makeDocumentStore(search);
  const deadline = Date.now() + patienceMillis;
  const [before, { rules }] = await Promise.all([readState(store, deadline), readRules(store, deadline)]);
  const raised = before.entries.map(({ alert }) => alert).filter(({ clearedAt }) => clearedAt === undefined);
  const alerts = await replayAlerts(askSearch(search), { rules, from, to, everyMinutes, raised });
  await recordAlerts(store, alerts, Date.now() + patienceMillis);
  const entries = alerts
    .filter(({ clearedAt }) => clearedAt === undefined)
    .map((alert) => ({ alert, recorded: alert.revision }));
  const others = before.entries.filter(({ alert }) => alert.clearedAt !== undefined);
  // It may have looked meanwhile, and seen what is now: then that counts.
  const now = await readState(store, Date.now() + patienceMillis);
  if (now.version?.seqNo !== before.version?.seqNo) return;
  await writeState(store, { ...now, entries: [...others, ...entries] }, to, Date.now() + patienceMillis);
}
