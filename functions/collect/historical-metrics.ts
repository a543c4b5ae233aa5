import { setTimeout as sleep } from 'node:timers/promises';
import type { MetricPoll } from '../../model/documents/metric-poll.ts';
import { makeConnectClient } from '../clients/connect.ts';
import { makeDocumentStore } from '../clients/document-store.ts';
import { makeErasures } from '../clients/erasures.ts';
import { makeExistingIndices } from '../clients/existing-indices.ts';
import { makeInstanceDirectory } from '../clients/instance-directory.ts';
import { makeSearchClient } from '../clients/search.ts';
import { makeSyncedUsers } from '../clients/synced-users.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { makeGauges, makeTelemetry } from '../edge/telemetry.ts';
import { makeIndexChoice } from '../ingest/index-choice.ts';
import { readUnsettled } from './read-unsettled.ts';
import { sayPolled } from './say-polled.ts';

/** Half of the 2 requests a second that an account may make by default of what has no quota of its own, as for the users. */
const pauseMillis = 1000;
/** For the request at hand, and to say what the run came to. */
const spareMillis = 60_000;

const config = readConfig();
const telemetry = makeTelemetry(config);
const gauges = makeGauges(config);
const search = makeSearchClient(config);
const store = makeDocumentStore(search);
const polling = {
  instanceId: config.instanceId,
  settings: config.metrics,
  serviceLevelSeconds: config.wfm.serviceLevelSeconds,
  connect: makeConnectClient(config),
  instance: makeInstanceDirectory(store),
  users: makeSyncedUsers(search).all,
  erasures: makeErasures(search),
  store,
  indexChoice: makeIndexChoice(makeExistingIndices(search), config.indexNames),
  telemetry,
  now: Date.now,
  pause: () => sleep(pauseMillis),
};

/** What of Lambda's context is read. */
type Limited = { readonly getRemainingTimeInMillis: () => number };

/** Runs on a schedule that is off unless historical metrics are polled. */
export const handler = directHandler(
  telemetry,
  async (_event: unknown, context: Limited): Promise<MetricPoll | undefined> => {
    const deadline = Date.now() + context.getRemainingTimeInMillis() - spareMillis;
    const poll = await readUnsettled(polling, deadline);
    if (poll) sayPolled(poll, telemetry, gauges);
    return poll;
  },
);
