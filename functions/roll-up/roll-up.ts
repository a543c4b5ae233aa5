import { makeDocumentStore } from '../clients/document-store.ts';
import { makeErasures } from '../clients/erasures.ts';
import { makeExistingIndices } from '../clients/existing-indices.ts';
import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { makeGauges, makeTelemetry } from '../edge/telemetry.ts';
import { KnownError } from '../errors.ts';
import { bringUpToDate, type RollUpDeps } from './bring-up-to-date.ts';
import { rolledIndices } from './rolled-indices.ts';

/** Less than its timeout in serverless.yml, and than the time to the next run. */
const longestMillis = 230_000;

const config = readConfig();
const telemetry = makeTelemetry(config);
const gauges = makeGauges(config);
const search = makeSearchClient(config);
const deps: RollUpDeps = {
  search,
  store: makeDocumentStore(search),
  existing: makeExistingIndices(search),
  erasures: makeErasures(search),
  indices: rolledIndices,
  telemetry,
};

/** Runs every five minutes, on a schedule. */
export const handler = directHandler(telemetry, async (): Promise<void> => {
  const now = new Date();
  try {
    const rolledUntil = await bringUpToDate(deps, now, now.getTime() + longestMillis);
    if (rolledUntil === undefined) return;
    const value = (now.getTime() - Date.parse(rolledUntil)) / 1000;
    gauges.measure({ name: 'RollUpBehind', value, unit: 'Seconds' });
  } catch (error) {
    if (!(error instanceof KnownError) || error.kind !== 'conflict') throw error;
    // A schedule may run a function twice (Amazon EventBridge User Guide, "How EventBridge works"): the other one does it.
    telemetry.info('another run is at it');
  }
});
