import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { type HttpAnswer, httpHandler } from '../edge/http.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { askSearch } from './ask-search.ts';
import { requireManager } from './manager.ts';
import { type Means, route } from './route.ts';

const config = readConfig();
const means: Means = { ask: askSearch(makeSearchClient(config)), limits: config.limits };

/** `GET /query/{proxy+}`: what the managers' pages ask. The gateway has checked the token, not who it is for. */
export const handler = httpHandler('query', makeTelemetry(config), async (request): Promise<HttpAnswer> => {
  requireManager(request.claims);
  return { status: 200, body: await route(request.pathParameters.proxy ?? '', request.query, means) };
});
