import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { deleteExpired } from './delete-expired.ts';

const config = readConfig();
const telemetry = makeTelemetry(config);
const search = makeSearchClient(config);

/** Runs once a day, on a schedule. */
export const handler = directHandler(telemetry, async (): Promise<void> => {
  const deleted = await deleteExpired(search, config, new Date(), config.indexNames);
  telemetry.info('deleted what is older than the retention', { indices: deleted });
});
