import { makeDocumentStore } from '../clients/document-store.ts';
import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { askSearch } from '../query/ask-search.ts';
import { onlyWhole } from '../query/only-whole.ts';
import { type JudgeDeps, judgeContacts } from './judge-contacts.ts';

/** Less than its timeout in serverless.yml, by more than an hour of many contacts takes. */
const longestMillis = 180_000;

const config = readConfig();
const telemetry = makeTelemetry(config);
const search = makeSearchClient(config);
const deps: JudgeDeps = {
  // Of whose calls cannot be found nobody can say how they fared.
  ask: onlyWhole(askSearch(search)),
  store: makeDocumentStore(search),
  limits: config.verdictLimits,
  telemetry,
};

/** Runs every five minutes, on a schedule. */
export const handler = directHandler(telemetry, async (): Promise<void> => {
  await judgeContacts(deps, new Date(), Date.now() + longestMillis);
});
