import { longestDays } from '../../model/settings/retention.ts';
import { makeDocumentStore } from '../clients/document-store.ts';
import { makeErasures } from '../clients/erasures.ts';
import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { makeGauges, makeTelemetry } from '../edge/telemetry.ts';
import { KnownError } from '../errors.ts';
import { askSearch } from '../query/ask-search.ts';
import { deleteOldAlerts } from './delete-old-alerts.ts';
import { openChannels } from './open-channels.ts';
import { type AlertDeps, watchAlerts } from './watch-alerts.ts';

/** Less than its timeout in serverless.yml, so that it ends by itself. */
const longestMillis = 50_000;

const config = readConfig();
const telemetry = makeTelemetry(config);
const search = makeSearchClient(config);
const deps: AlertDeps = {
  store: makeDocumentStore(search),
  ask: askSearch(search),
  erasures: makeErasures(search),
  openChannels: () => openChannels(config),
  deleteOld: (now) => deleteOldAlerts(search, longestDays(config), now),
  siteUrl: config.managerSiteUrl,
  gauges: makeGauges(config),
  telemetry,
};

/** Runs every five minutes, on a schedule. */
export const handler = directHandler(telemetry, async (): Promise<void> => {
  try {
    await watchAlerts(deps, new Date(), Date.now() + longestMillis);
  } catch (error) {
    if (!(error instanceof KnownError) || error.kind !== 'conflict') throw error;
    // A schedule may run a function twice (Amazon EventBridge User Guide, "How EventBridge works"): the other one does it.
    telemetry.info('another look was quicker');
  }
});
