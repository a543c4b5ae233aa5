import type { Client } from '@opensearch-project/opensearch';
import { makeDocumentStore } from '../../../functions/clients/document-store.ts';
import type { Config } from '../../../functions/config.ts';
import { judgeContacts } from '../../../functions/judge/judge-contacts.ts';
import { askSearch } from '../../../functions/query/ask-search.ts';

const patienceMillis = 600_000;

/** Judges the poor contacts of the history, by the deployed function's own code: it takes all that nobody has judged yet. */
export async function judgeHistory(
  search: Client,
  { verdictLimits: limits }: Pick<Config, 'verdictLimits'>,
  now: Date,
): Promise<void> {
  const telemetry = { count: () => {}, warn: (message: string) => console.warn(message) };
  const deps = { ask: askSearch(search), store: makeDocumentStore(search), limits, telemetry };
  await judgeContacts(deps, now, Date.now() + patienceMillis);
}
