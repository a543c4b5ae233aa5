import { setTimeout as sleep } from 'node:timers/promises';
import { makeEventStream } from '../clients/event-stream.ts';
import { makePartner } from '../clients/partner.ts';
import { makePartnerKeys } from '../clients/partner-keys.ts';
import { makeSearchClient } from '../clients/search.ts';
import { readSecretVersions } from '../clients/secret.ts';
import { makeSyncedUsers } from '../clients/synced-users.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { makeGauges, makeTelemetry } from '../edge/telemetry.ts';
import { makeFeedObject } from './feed-object.ts';
import { type FeedDeps, runFeed } from './run-feed.ts';

/** Of the minute until the next run; its last round begins five seconds before that, as every other. */
const runMillis = 57_500;

const config = readConfig();
const telemetry = makeTelemetry(config);
const { aws, instanceId, realTime, agentEventsStreamArn, partnerKeySecretArn } = config;
const object = makeFeedObject(config);
if (!object || !agentEventsStreamArn)
  throw new Error('FEED_STATE_BUCKET and AGENT_EVENTS_STREAM_ARN must be set');

/** Made once, so that the keys stay known from run to run. */
const partner =
  realTime?.url && partnerKeySecretArn
    ? makePartner(
        { url: realTime.url, keyHeader: realTime.keyHeader },
        makePartnerKeys(() => readSecretVersions(aws, partnerKeySecretArn)),
      )
    : undefined;
const users = makeSyncedUsers(makeSearchClient(config));
const deps: FeedDeps = {
  object,
  stream: makeEventStream(aws, agentEventsStreamArn),
  instanceId,
  partner,
  users: () => users.known(instanceId),
  telemetry,
  gauges: makeGauges(config),
  now: Date.now,
  pause: sleep,
};

/** Runs every minute, on a schedule, and for nearly as long. */
export const handler = directHandler(telemetry, async (): Promise<void> => {
  if (realTime) await runFeed(deps, Date.now() + runMillis);
});
