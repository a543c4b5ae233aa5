import { createRequire } from 'node:module';
import { join } from 'node:path';
import { makeSearchClient } from '../../functions/clients/search.ts';
import { readConfig } from '../../functions/config.ts';
import type { Telemetry } from '../../functions/edge/telemetry.ts';
import { makeIngestDeps } from '../../functions/ingest/make-ingest-deps.ts';

/** Variables of a deployed ingest function, as the Lambda API gives them. */
export type FunctionEnvironment = Readonly<Record<string, string | undefined>>;

const deploy = join(import.meta.dirname, '..', '..', 'deploy');
/** The file of the database of countries, which is packed with the functions. */
export const countriesFile = createRequire(import.meta.url).resolve(
  '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb',
);

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
  const given = readConfig({ ...environment, LAMBDA_TASK_ROOT: deploy });
  const config = { ...given, databases: { ...given.databases, country: countriesFile } };
  const search = makeSearchClient(config);
  return { config, search, deps: makeIngestDeps(config, search, telemetry) };
}
