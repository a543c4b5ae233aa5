import { snapshotOf } from '../../model/wfm/feed-state.ts';
import { makePartnerKeys } from '../clients/partner-keys.ts';
import { readSecretVersions } from '../clients/secret.ts';
import { readConfig } from '../config.ts';
import { type HttpAnswer, httpHandler } from '../edge/http.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { KnownError } from '../errors.ts';
import { makeFeedObject } from './feed-object.ts';
import { stateOf } from './kept-state.ts';
import { requireKey } from './require-key.ts';

const config = readConfig();
const telemetry = makeTelemetry(config);
const { aws, instanceId, realTime, callerKeySecretArn = '' } = config;
const object = makeFeedObject(config);
const keys = makePartnerKeys(() => readSecretVersions(aws, callerKeySecretArn));

/** `GET /agent-states`: every agent's status now, for who has the key and would rather ask than be told. */
export const handler = httpHandler('agent-states', telemetry, async ({ headers }): Promise<HttpAnswer> => {
  if (!realTime || !object) throw new KnownError('notFound', 'This deployment has no real-time feed.');
  await requireKey(headers['x-api-key'], keys);
  const state = stateOf(await object.read());
  if (!state) throw new KnownError('unavailable', 'The feed has not begun yet: ask again in a minute.');
  return { status: 200, body: snapshotOf(state, instanceId) };
});
