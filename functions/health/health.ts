import { queryRoutes } from '../../model/query/routes.ts';
import { makeDocumentStore } from '../clients/document-store.ts';
import { listFailedRecords } from '../clients/failed-record-list.ts';
import { makeMonitoring } from '../clients/monitoring.ts';
import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { type HttpAnswer, httpHandler } from '../edge/http.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { requireAdmin } from '../query/manager.ts';
import { parseQuery } from '../query/parse-query.ts';
import { alarmsHealth } from './alarms-health.ts';
import { alertingHealth } from './alerting-health.ts';
import { dataHealth } from './data-health.ts';
import { failedRecordsHealth } from './failed-records-health.ts';
import { agentsHealth, queueHealth } from './gauges-health.ts';
import { healthOf, type Looks } from './health-of.ts';
import { messagesHealth } from './messages-health.ts';
import { metricsHealth } from './metrics-health.ts';
import { searchHealth } from './search-health.ts';

const config = readConfig();
const telemetry = makeTelemetry(config);
const search = makeSearchClient(config);
const store = makeDocumentStore(search);
const monitoring = makeMonitoring(config);
const { stage, stackName, instanceId, agentAuth, collect, failedRecordsBucket } = config;

/** A little less than the page waits for a part. */
const lookMillis = 7000;

const looks = (now: Date): Looks => ({
  alarms: () => alarmsHealth(monitoring, stackName),
  queue: () => queueHealth(monitoring, { stack: stackName, stage }, now),
  failedRecords: async () =>
    failedRecordsBucket ? failedRecordsHealth(await listFailedRecords(config, failedRecordsBucket)) : null,
  messages: () => messagesHealth(monitoring, stage, now),
  agents: () => agentsHealth(monitoring, stage, now),
  alerting: () => alertingHealth(store, Date.now() + lookMillis),
  data: () => dataHealth(search, instanceId, now),
  search: () => searchHealth(search),
  metrics: () => metricsHealth(store, { instanceId, settings: config.metrics, now }, Date.now() + lookMillis),
});

/** `GET /query/health`: the state of the deployment, for admins. */
export const handler = httpHandler('query-health', telemetry, async (request): Promise<HttpAnswer> => {
  requireAdmin(request.claims);
  parseQuery(queryRoutes.health.query, request.query);
  const now = new Date();
  return { status: 200, body: await healthOf(looks(now), { agentAuth, collect, telemetry, now }) };
});
