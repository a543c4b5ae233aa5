import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openAddressDatabases } from '../../functions/clients/address-databases.ts';
import { makeDocumentStore } from '../../functions/clients/document-store.ts';
import { makeErasures } from '../../functions/clients/erasures.ts';
import { makeExistingIndices } from '../../functions/clients/existing-indices.ts';
import { makeSearchClient } from '../../functions/clients/search.ts';
import { makeUserDirectory } from '../../functions/clients/user-directory.ts';
import { readConfig } from '../../functions/config.ts';
import type { Telemetry } from '../../functions/edge/telemetry.ts';
import { siteFinder } from '../../functions/enrich/site.ts';
import { makeIndexChoice } from '../../functions/ingest/index-choice.ts';
import type { IngestDeps } from '../../functions/ingest/ingest-deps.ts';

/** Variables of a deployed ingest function, as the Lambda API gives them. */
export type FunctionEnvironment = Readonly<Record<string, string | undefined>>;

const deploy = join(import.meta.dirname, '..', '..', 'deploy');
const countries = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb';

/** Nobody reads a log of requests that nobody made; what is wrong is said on the terminal. */
const telemetry: Telemetry = {
  info: () => {},
  warn: (message, facts) => console.warn(message, facts ?? ''),
  error: (message, facts) => console.error(message, facts),
  count: () => {},
};

/** What a deployed ingest function works with, in this process. Throws an Error that names a wrong variable. */
export function ingestOf(environment: FunctionEnvironment) {
  // The admin's own databases of cities and networks lie in deploy/geo; the country's is packed from npm.
  const config = readConfig({ ...environment, LAMBDA_TASK_ROOT: deploy });
  const country = createRequire(import.meta.url).resolve(countries);
  const search = makeSearchClient(config);
  const deps: IngestDeps = {
    config,
    telemetry,
    users: makeUserDirectory(search),
    erasures: makeErasures(search),
    indexChoice: makeIndexChoice(makeExistingIndices(search), config.rotation),
    sources: {
      site: siteFinder(config.sites),
      addresses: openAddressDatabases({ ...config.databases, country }, telemetry),
      agentIp: config.agentIp,
    },
    writing: { store: makeDocumentStore(search), limits: config.limits },
  };
  return { config, search, deps };
}
