import { readConfig } from '../config.ts';
import { httpHandler } from '../edge/http.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { openApiDocument } from './document.ts';

const body = openApiDocument();

/** `GET /openapi.json`: what the deployed functions take and answer. It tells nothing of this deployment. */
export const handler = httpHandler('openapi', makeTelemetry(readConfig()), async () => ({
  status: 200,
  body,
  headers: { 'cache-control': 'max-age=300' },
}));
