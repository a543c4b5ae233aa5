import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { makeConnectClient } from '../clients/connect.ts';
import { findConnectNames } from '../clients/connect-names.ts';
import { findConnectUsers } from '../clients/connect-users.ts';
import { makeDocumentStore } from '../clients/document-store.ts';
import { makeSearchClient } from '../clients/search.ts';
import { makeSyncedUsers } from '../clients/synced-users.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { type NamesSynced, syncNames } from './sync-names.ts';
import { syncUsers, type UsersSynced } from './sync-users.ts';

/**
 * Half of what an account may ask by default (2 a second of each operation; Administrator Guide, "Amazon Connect service
 * quotas", API throttling): the other half is for whoever else asks.
 */
const pauseMillis = 1000;

const config = readConfig();
const connect = makeConnectClient(config);
const telemetry = makeTelemetry(config);
const search = makeSearchClient(config);
const { instanceId } = config;
const pause = () => sleep(pauseMillis);
const ofUsers = {
  instanceId,
  find: () => findConnectUsers(connect, instanceId, pause),
  synced: makeSyncedUsers(search),
};
const ofNames = {
  instanceId,
  find: () => findConnectNames(connect, instanceId, pause),
  store: makeDocumentStore(search),
};

/** What somebody may say who invokes it; a schedule says other things. */
const request = z.object({ believeFewer: z.boolean().default(false) }).catch({ believeFewer: false });

type Synced = UsersSynced & { readonly names: NamesSynced };

/**
 * Runs on a schedule, and after a deployment; says what it came to. The users first: without them agents would be refused,
 * without names there are ids.
 */
export const handler = directHandler(telemetry, async (event: unknown): Promise<Synced> => {
  const users = await syncUsers(ofUsers, new Date(), request.parse(event));
  telemetry.info('users are synced', users);
  const names = await syncNames(ofNames);
  telemetry.info('names are synced', names);
  return { ...users, names };
});
