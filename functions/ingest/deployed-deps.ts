import { makeFailedRecords } from '../clients/failed-records.ts';
import { makeSearchClient } from '../clients/search.ts';
import { type Config, readConfig } from '../config.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { makeAskJoin } from '../join/ask-join.ts';
import type { IngestDeps } from './ingest-deps.ts';
import { makeIngestDeps } from './make-ingest-deps.ts';
import { makeRecentCalls } from './recent-calls.ts';

/** What storing a message needs, from the environment of the deployed function. */
export function deployedDeps(): { readonly config: Config; readonly deps: IngestDeps } {
  const config = readConfig();
  const telemetry = makeTelemetry(config);
  const deps = makeIngestDeps(config, makeSearchClient(config), telemetry);
  const writing = {
    ...deps.writing,
    failedRecords: makeFailedRecords(config),
    recent: makeRecentCalls(),
    telemetry,
  };
  return { config, deps: { ...deps, writing, askJoin: makeAskJoin(config) } };
}
