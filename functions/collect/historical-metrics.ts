import { setTimeout as sleep } from 'node:timers/promises';
import type { MetricPoll } from '../../model/documents/metric-poll.ts';
import { makeErasures } from '../clients/erasures.ts';
import { makeSyncedUsers } from '../clients/synced-users.ts';
import { directHandler } from '../edge/direct.ts';
import { deployedPoller } from './deployed-poller.ts';
import { readUnsettled } from './read-unsettled.ts';

/** Half of the 2 requests a second that an account may make by default of what has no quota of its own, as for the users. */
const pauseMillis = 1000;
/** For the request at hand, and to say what the run came to. */
const spareMillis = 60_000;

const { config, search, polling, say } = deployedPoller();
const reading = {
  ...polling,
  serviceLevelSeconds: config.wfm.serviceLevelSeconds,
  users: makeSyncedUsers(search).all,
  erasures: makeErasures(search),
  pause: () => sleep(pauseMillis),
};

/** What of Lambda's context is read. */
type Limited = { readonly getRemainingTimeInMillis: () => number };

/** Runs on a schedule that is off unless historical metrics are polled. */
export const handler = directHandler(
  polling.telemetry,
  async (_event: unknown, context: Limited): Promise<MetricPoll | undefined> => {
    const deadline = Date.now() + context.getRemainingTimeInMillis() - spareMillis;
    const poll = await readUnsettled(reading, deadline);
    say(poll);
    return poll;
  },
);
