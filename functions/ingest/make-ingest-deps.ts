import type { Client } from '@opensearch-project/opensearch';
import { openAddressDatabases } from '../clients/address-databases.ts';
import { makeDocumentStore } from '../clients/document-store.ts';
import { makeErasures } from '../clients/erasures.ts';
import { makeExistingIndices } from '../clients/existing-indices.ts';
import { makeInstanceDirectory } from '../clients/instance-directory.ts';
import { makeUserDirectory } from '../clients/user-directory.ts';
import type { Config } from '../config.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { siteFinder } from '../enrich/site.ts';
import { makeIndexChoice } from './index-choice.ts';
import type { IngestDeps } from './ingest-deps.ts';

/** What storing messages needs, of a deployment's configuration and without a place for what cannot be stored. */
export function makeIngestDeps(config: Config, search: Client, telemetry: Telemetry): IngestDeps {
  const store = makeDocumentStore(search);
  return {
    config,
    telemetry,
    users: makeUserDirectory(search),
    instance: makeInstanceDirectory(store),
    erasures: makeErasures(search),
    indexChoice: makeIndexChoice(makeExistingIndices(search), config.indexNames),
    sources: {
      site: siteFinder(config.sites),
      addresses: openAddressDatabases(config.databases, telemetry),
      agentIp: config.agentIp,
    },
    writing: { store, limits: config.limits },
  };
}
