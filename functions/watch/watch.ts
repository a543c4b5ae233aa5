import { countAgentsOnline, makeConnectClient } from '../clients/connect.ts';
import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { makeGauges, makeTelemetry } from '../edge/telemetry.ts';
import { recentData } from './recent-data.ts';
import { watchOver } from './watch-over.ts';

const config = readConfig();
const connect = makeConnectClient(config);
const search = makeSearchClient(config);
const watching = {
  countAgentsOnline: () => countAgentsOnline(connect, config.instanceId),
  recentData: (now: Date) => recentData(search, now),
  gauges: makeGauges(config),
};

/** Runs every five minutes, on a schedule. */
export const handler = directHandler(makeTelemetry(config), async (): Promise<void> => {
  await watchOver(watching, new Date());
});
