import { vi } from 'vitest';
import { serve } from '../serve.ts';
import { type AwsRequest, readAwsRequest, rightFor } from './aws-request.ts';

/** An answer; a text as it is, anything else as JSON. */
export type Answer = { readonly status?: number; readonly body: unknown };
/** What AWS and the search service answer; undefined leaves it to the usual answer. */
export type Answers = (request: AwsRequest) => Answer | undefined;

export const instanceId = '7f0c2d5e-3b1a-4c68-9d2e-5a4b8c6d1e0f';
/** In the requests, things go by the names that they have in the template. */
const environment = {
  STAGE: 'test',
  INSTANCE_ID: instanceId,
  SEARCH_AUTH: 'sigv4',
  RETENTION_DAYS: '365',
  ALLOWED_ORIGINS: 'https://softphone.example',
  FAILED_RECORDS_BUCKET: 'FailedRecordsBucket',
  INGEST_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/123456789012/IngestQueue',
  JOIN_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/123456789012/ContactsToJoin',
  ALERT_TOPIC_ARN: 'AlertsTopic',
  ALERT_WEBHOOK: 'json',
  ALERT_WEBHOOK_SECRET_ARN: 'AlertWebhookSecret',
  COLLECT: '{"contactRecords": {"hashedPhoneNumbers": ["CustomerEndpoint"]}}',
  BACKFILL_BUCKET: 'HistoryBucket',
  PHONE_HASH_SECRET_ARN: 'PhoneHashKey',
  REAL_TIME: '{"url": "https://wfm.example.com/rta"}',
  AGENT_EVENTS_STREAM_ARN: 'AgentEventsStream',
  FEED_STATE_BUCKET: 'FeedStateBucket',
  PARTNER_KEY_SECRET_ARN: 'RealTimeKey',
  CALLER_KEY_SECRET_ARN: 'AgentStatesKey',
  WFM_RECORDS_BUCKET: 'WfmBucket',
  WFM_BUCKET: 'WfmBucket',
  WFM_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/123456789012/WfmQueue',
  WFM_SFTP_SECRET_ARN: 'WfmSftpSecret',
  SAVED_OBJECTS: 'dashboards/export.ndjson',
  // Logs go through the console, which the test silences.
  POWERTOOLS_DEV: 'true',
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'AKIA',
  AWS_SECRET_ACCESS_KEY: 'secret',
  // Who tries again would have the tests wait.
  AWS_MAX_ATTEMPTS: '1',
};

/** What S3 says of an object; elsewhere they mean nothing. */
const objectHeaders = { etag: '"1"', 'last-modified': 'Wed, 04 Mar 2026 10:00:00 GMT' };

/**
 * AWS and a search service in one, for deployed functions that run in this process: everything is signed, so it knows
 * what was asked of whom, and notes which right each request needs. Modules that are imported after this find it.
 */
export async function startRecordingAws() {
  const rights = new Set<string>();
  const now: { answers: Answers } = { answers: () => undefined };
  const { endpoint } = await serve(async (incoming, response) => {
    const request = await readAwsRequest(incoming);
    if (request.service !== undefined) rights.add(rightFor(request));
    const { status = 200, body } = now.answers(request) ?? usualAnswer(request);
    const type = typeof body === 'string' ? 'application/xml' : 'application/json';
    response.writeHead(status, { 'content-type': type, ...objectHeaders });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  const all = { ...environment, OPENSEARCH_ENDPOINT: endpoint, AWS_ENDPOINT_URL: endpoint };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  vi.resetModules();
  return {
    endpoint,
    /** What the requests needed, each once. */
    rights: () => [...rights].sort(),
    /** From now on it answers so. */
    answer: (answers: Answers) => {
      now.answers = answers;
    },
  };
}
export type RecordingAws = Awaited<ReturnType<typeof startRecordingAws>>;

/** A healthy service that has nothing. */
function usualAnswer({ method, path, body }: AwsRequest): Answer {
  if (path === '/_mget') {
    const { docs } = JSON.parse(body) as { docs: object[] };
    return { body: { docs: docs.map(() => ({ found: false })) } };
  }
  if (path === '/_bulk') return bulkAnswer(body, { status: 201, _seq_no: 1, _primary_term: 1 });
  if (path === '/_msearch') {
    const searches = body.trim().split('\n').length / 2;
    return { body: { responses: Array.from({ length: searches }, () => nothing) } };
  }
  if (path.endsWith('/_search')) return { body: nothing };
  if (path.endsWith('/_count')) return { body: { count: 0 } };
  if (path.includes('/_doc/') && method === 'GET') return { status: 404, body: { found: false } };
  return { body: {} };
}

const nothing = { hits: { total: { value: 0 }, hits: [] } };

/** Each document of a bulk request becomes this. */
export function bulkAnswer(body: string, item: object): Answer {
  const documents = body.trim().split('\n').length / 2;
  return { body: { items: Array.from({ length: documents }, () => ({ create: item })) } };
}
