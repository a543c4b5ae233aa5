import { resolve } from 'node:path';
import * as z from 'zod';
// Not as z.core.toDotPath: that would take all of z.core, with 260 KB of locales, into every bundle.
import { toDotPath } from 'zod/v4/core';
import { rotations } from '../model/documents/dated-index.ts';
import { agentAuths } from '../model/settings/agent-auth.ts';
import { agentIpPolicies } from '../model/settings/agent-ip.ts';
import { collectSettings } from '../model/settings/collect.ts';
import { indexPrefix } from '../model/settings/index-prefix.ts';
import { json } from '../model/settings/json.ts';
import { logLevels } from '../model/settings/log-level.ts';
import { managerLimits } from '../model/settings/manager-limits.ts';
import { metricsSettings } from '../model/settings/metrics.ts';
import { origins } from '../model/settings/origins.ts';
import { qualityLimits } from '../model/settings/quality-limits.ts';
import { localRealTimeSettings, realTimeSettings } from '../model/settings/real-time.ts';
import { days, retentionDaysByKind } from '../model/settings/retention.ts';
import { localSinkSettings, sinkSettings } from '../model/settings/sink.ts';
import { sites } from '../model/settings/sites.ts';
import { switches } from '../model/settings/switches.ts';
import { verdictLimits } from '../model/settings/verdict-limits.ts';
import { webhookForms } from '../model/settings/webhook-form.ts';
import { wfmSettings } from '../model/settings/wfm.ts';

/** An Amazon OpenSearch domain's endpoint has no scheme: it speaks TLS. */
const endpoint = z
  .string()
  .transform((text) => (text.includes('://') ? text : `https://${text}`))
  .pipe(z.url({ protocol: /^https?$/ }))
  .transform((url) => url.replace(/\/+$/, ''));

const onOrOff = z.enum(switches).transform((its) => its === 'on');

const environment = z.object({
  STAGE: z.string().default('local'),
  /** What the deployment's own things are named after. */
  STACK_NAME: z.string().default('softphone-quality-local'),
  INSTANCE_ID: z.string(),
  OPENSEARCH_ENDPOINT: endpoint,
  SEARCH_AUTH: z.enum(['none', 'sigv4']).default('none'),
  AGENT_AUTH: z.enum(agentAuths).default('none'),
  /** Under whose name Cognito knows a federated agent. */
  AGENT_IDENTITY_PROVIDER: z.string().optional(),
  ALLOWED_ORIGINS: origins.default([]),
  SITES: json(sites).default({}),
  AGENT_IP: z.enum(agentIpPolicies).default('keep'),
  PROBLEM_WORDS: onOrOff.default(true),
  CALL_LOGS: onOrOff.default(false),
  INDEX_ROTATION: z.enum(rotations).default('daily'),
  CONTACTS_ROTATION: z.enum(rotations).default('monthly'),
  CONTACTS_INDEX: indexPrefix.default('connect-contacts'),
  RETENTION_DAYS: days.default(30),
  RETENTION_DAYS_BY_KIND: json(retentionDaysByKind).default({}),
  /** Files in MaxMind's format; relative paths are within the function's package. */
  COUNTRY_DATABASE: z.string().optional(),
  CITY_DATABASE: z.string().optional(),
  ASN_DATABASE: z.string().optional(),
  /** What is imported into OpenSearch Dashboards, likewise. */
  SAVED_OBJECTS: z.string().optional(),
  /** On a developer's machine only, where all requests come from 127.0.0.1. */
  SOURCE_IP_HEADER: z.string().toLowerCase().optional(),
  QUALITY_LIMITS: json(qualityLimits).default(qualityLimits.parse({})),
  VERDICT_LIMITS: json(verdictLimits).default(verdictLimits.parse({})),
  MANAGER_LIMITS: json(managerLimits).default({}),
  COLLECT: json(collectSettings).default(collectSettings.parse({})),
  /** Of the secret that holds the key by which phone numbers are hashed. */
  PHONE_HASH_SECRET_ARN: z.string().optional(),
  /** Where Firehose has kept what was before the deployment. */
  BACKFILL_BUCKET: z.string().optional(),
  WFM: json(wfmSettings).default(wfmSettings.parse({})),
  /** Absent where there is no real-time feed. */
  REAL_TIME: json(localRealTimeSettings).optional(),
  /** Absent where nothing is forwarded. */
  SINK: json(localSinkSettings).optional(),
  AGENT_EVENTS_STREAM_ARN: z.string().optional(),
  /** Where feeds keep how far they are. */
  FEED_STATE_BUCKET: z.string().optional(),
  /** Of the secret that holds the key by which a partner knows us. */
  PARTNER_KEY_SECRET_ARN: z.string().optional(),
  /** Of the secret that holds the key by which we know a partner that asks. */
  CALLER_KEY_SECRET_ARN: z.string().optional(),
  METRICS: json(metricsSettings).default(metricsSettings.parse({})),
  /** Which the collector puts contact records into. */
  WFM_RECORDS_BUCKET: z.string().optional(),
  /** Which files are delivered from, and the queue that tells what is new in it. */
  WFM_BUCKET: z.string().optional(),
  WFM_QUEUE_URL: z.url().optional(),
  /** Of the secret that holds by what somebody signs in to the SFTP server. */
  WFM_SFTP_SECRET_ARN: z.string().optional(),
  FAILED_RECORDS_BUCKET: z.string().optional(),
  INGEST_QUEUE_URL: z.url().optional(),
  /** Of the contacts whose documents are to be put together again. */
  JOIN_QUEUE_URL: z.url().optional(),
  ALERT_TOPIC_ARN: z.string().optional(),
  /** What form a webhook's messages have. */
  ALERT_WEBHOOK: z.enum(webhookForms).optional(),
  /** Of the secret that holds the webhook's URL. */
  ALERT_WEBHOOK_SECRET_ARN: z.string().optional(),
  /** Of the managers' pages. */
  MANAGER_SITE_URL: z.url().default('http://localhost:5175/'),
  LOG_LEVEL: z.enum(logLevels).default('INFO'),
  AWS_REGION: z.string().default('us-east-1'),
  AWS_ENDPOINT_URL: z.url().optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  AWS_SESSION_TOKEN: z.string().optional(),
  LAMBDA_TASK_ROOT: z.string().default('.'),
});

export type Config = ReturnType<typeof readConfig>;

/**
 * Reads and checks the environment; call it once, while the function starts.
 *
 * @throws Error that names every variable that is wrong, and why
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>> = process.env) {
  // CloudFormation has no absent variable, only an empty one.
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new Error(explain(parsed.error));
  const env = parsed.data;
  const file = (path: string | undefined) => (path ? resolve(env.LAMBDA_TASK_ROOT, path) : undefined);
  return {
    stage: env.STAGE,
    stackName: env.STACK_NAME,
    instanceId: env.INSTANCE_ID,
    search: { endpoint: env.OPENSEARCH_ENDPOINT, auth: env.SEARCH_AUTH },
    aws: { region: env.AWS_REGION, endpoint: env.AWS_ENDPOINT_URL, credentials: credentials(env) },
    agentAuth: env.AGENT_AUTH,
    agentIdentityProvider: env.AGENT_IDENTITY_PROVIDER,
    allowedOrigins: env.ALLOWED_ORIGINS,
    sites: env.SITES,
    agentIp: env.AGENT_IP,
    problemWords: env.PROBLEM_WORDS,
    callLogs: env.CALL_LOGS,
    indexNames: {
      rotation: env.INDEX_ROTATION,
      contactsRotation: env.CONTACTS_ROTATION,
      contactsIndex: env.CONTACTS_INDEX,
    },
    retentionDays: env.RETENTION_DAYS,
    retentionDaysByKind: env.RETENTION_DAYS_BY_KIND,
    databases: databases(env, file),
    savedObjects: file(env.SAVED_OBJECTS),
    sourceIpHeader: env.SOURCE_IP_HEADER,
    limits: env.QUALITY_LIMITS,
    verdictLimits: env.VERDICT_LIMITS,
    managerLimits: env.MANAGER_LIMITS,
    collect: env.COLLECT,
    phoneHashSecretArn: env.PHONE_HASH_SECRET_ARN,
    backfillBucket: env.BACKFILL_BUCKET,
    wfm: env.WFM,
    ...feeds(env),
    metrics: env.METRICS,
    wfmRecordsBucket: env.WFM_RECORDS_BUCKET,
    wfmDelivery: wfmDelivery(env),
    failedRecordsBucket: env.FAILED_RECORDS_BUCKET,
    ingestQueueUrl: env.INGEST_QUEUE_URL,
    joinQueueUrl: env.JOIN_QUEUE_URL,
    alerts: {
      topicArn: env.ALERT_TOPIC_ARN,
      webhook: env.ALERT_WEBHOOK,
      webhookSecretArn: env.ALERT_WEBHOOK_SECRET_ARN,
    },
    managerSiteUrl: env.MANAGER_SITE_URL,
    logLevel: env.LOG_LEVEL,
  };
}

function databases(env: z.infer<typeof environment>, file: (path: string | undefined) => string | undefined) {
  return {
    country: file(env.COUNTRY_DATABASE),
    city: file(env.CITY_DATABASE),
    asn: file(env.ASN_DATABASE),
  };
}

function wfmDelivery(env: z.infer<typeof environment>) {
  return { bucket: env.WFM_BUCKET, queueUrl: env.WFM_QUEUE_URL, secretArn: env.WFM_SFTP_SECRET_ARN };
}

/** What goes to other companies' products. Only on a developer's machine may they be there, too. */
function feeds(env: z.infer<typeof environment>) {
  const isLocal = env.STAGE === 'local';
  return {
    realTime: isLocal ? env.REAL_TIME : realTimeSettings.optional().parse(env.REAL_TIME),
    sink: isLocal ? env.SINK : sinkSettings.optional().parse(env.SINK),
    agentEventsStreamArn: env.AGENT_EVENTS_STREAM_ARN,
    feedStateBucket: env.FEED_STATE_BUCKET,
    partnerKeySecretArn: env.PARTNER_KEY_SECRET_ARN,
    callerKeySecretArn: env.CALLER_KEY_SECRET_ARN,
  };
}

/** Lambda puts the function's role into the environment, valid for as long as the process lives. */
function credentials(env: z.infer<typeof environment>) {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return undefined;
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
  };
}

function explain(error: z.ZodError): string {
  const faults = error.issues.map((issue) => `${toDotPath(issue.path)}: ${issue.message}`);
  return `The function's environment is wrong; correct it in serverless.yml. ${faults.join('; ')}`;
}
