import { openAddressDatabases } from '../clients/address-databases.ts';
import { makeDocumentStore } from '../clients/document-store.ts';
import { makeErasures } from '../clients/erasures.ts';
import { makeExistingIndices } from '../clients/existing-indices.ts';
import { makeFailedRecords } from '../clients/failed-records.ts';
import { makeSearchClient } from '../clients/search.ts';
import { makeUserDirectory } from '../clients/user-directory.ts';
import { type Config, readConfig } from '../config.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { siteFinder } from '../enrich/site.ts';
import { makeIndexChoice } from './index-choice.ts';
import type { IngestDeps } from './ingest-deps.ts';
import { makeRecentCalls } from './recent-calls.ts';

/** What storing a message needs, from the environment of the deployed function. */
export function deployedDeps(): { readonly config: Config; readonly deps: IngestDeps } {
  const config = readConfig();
  const telemetry = makeTelemetry(config);
  const search = makeSearchClient(config);
  const deps: IngestDeps = {
    config,
    telemetry,
    users: makeUserDirectory(search),
    erasures: makeErasures(search),
    indexChoice: makeIndexChoice(makeExistingIndices(search), config.rotation),
    sources: {
      site: siteFinder(config.sites),
      addresses: openAddressDatabases(config.databases, telemetry),
      agentIp: config.agentIp,
    },
    writing: {
      store: makeDocumentStore(search),
      limits: config.limits,
      failedRecords: makeFailedRecords(config),
      recent: makeRecentCalls(),
      telemetry,
    },
  };
  return { config, deps };
}
