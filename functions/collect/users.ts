import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { makeConnectClient } from '../clients/connect.ts';
import { findConnectUsers } from '../clients/connect-users.ts';
import { makeSearchClient } from '../clients/search.ts';
import { makeSyncedUsers } from '../clients/synced-users.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { syncUsers, type UsersSynced } from './sync-users.ts';

/**
 * Half of what an account may ask by default (2 a second of each operation; Administrator Guide, "Amazon Connect service
 * quotas", API throttling): the other half is for whoever else asks.
 */
const pauseMillis = 1000;

const config = readConfig();
const connect = makeConnectClient(config);
const telemetry = makeTelemetry(config);
const sync = {
  instanceId: config.instanceId,
  find: () => findConnectUsers(connect, config.instanceId, () => sleep(pauseMillis)),
  synced: makeSyncedUsers(makeSearchClient(config)),
};

/** What somebody may say who invokes it; a schedule says other things. */
const request = z.object({ believeFewer: z.boolean().default(false) }).catch({ believeFewer: false });

/** Runs on a schedule, and after a deployment; says what it came to. */
export const handler = directHandler(telemetry, async (event: unknown): Promise<UsersSynced> => {
  const done = await syncUsers(sync, new Date(), request.parse(event));
  telemetry.info('users are synced', done);
  return done;
});
