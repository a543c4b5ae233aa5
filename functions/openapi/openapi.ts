import { readConfig } from '../config.ts';
import { httpHandler } from '../edge/http.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { openApiDocument } from './document.ts';

const config = readConfig();
const body = openApiDocument(config.agentAuth);

/** `GET /openapi.json`: what the deployed functions take and answer. Of this deployment it tells only whether agents sign in. */
export const handler = httpHandler('openapi', makeTelemetry(config), async () => ({
  status: 200,
  body,
  headers: { 'cache-control': 'max-age=300' },
}));
