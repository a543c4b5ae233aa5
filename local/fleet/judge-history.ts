import type { Client } from '@opensearch-project/opensearch';
import { makeDocumentStore } from '../../functions/clients/document-store.ts';
import { judgeContacts } from '../../functions/judge/judge-contacts.ts';
import { askSearch } from '../../functions/query/ask-search.ts';
import type { VerdictLimits } from '../../model/verdict/limits.ts';

const patienceMillis = 3_600_000;

/** Judges the poor contacts that nobody has judged yet, by the deployed function's own code. */
export async function judgeHistory(search: Client, limits: VerdictLimits, now: Date): Promise<void> {
  const deps = {
    ask: askSearch(search),
    store: makeDocumentStore(search),
    limits,
    telemetry: { count: () => {}, warn: () => {} },
  };
  await judgeContacts(deps, now, Date.now() + patienceMillis);
  await search.indices.refresh({ index: 'connect-contacts-*' });
}
