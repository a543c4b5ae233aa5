import * as z from 'zod';
import { rotations } from '../../model/documents/dated-index.ts';
import { datedKinds } from '../../model/documents/kinds.ts';
import { agentAuths } from '../../model/settings/agent-auth.ts';
import { agentIpPolicies } from '../../model/settings/agent-ip.ts';
import { checkedSinkSettings } from '../../model/settings/checked-sink.ts';
import { collectSettings } from '../../model/settings/collect.ts';
import { indexPrefix } from '../../model/settings/index-prefix.ts';
import { json } from '../../model/settings/json.ts';
import { logLevels } from '../../model/settings/log-level.ts';
import { managerLimits } from '../../model/settings/manager-limits.ts';
import { metricsSettings } from '../../model/settings/metrics.ts';
import { origins } from '../../model/settings/origins.ts';
import { preflightServers } from '../../model/settings/preflight-servers.ts';
import { qualityLimits } from '../../model/settings/quality-limits.ts';
import { realTimeSettings } from '../../model/settings/real-time.ts';
import { days, retentionDaysByKind } from '../../model/settings/retention.ts';
import { sites } from '../../model/settings/sites.ts';
import { switches } from '../../model/settings/switches.ts';
import { verdictLimits } from '../../model/settings/verdict-limits.ts';
import { webhookForms } from '../../model/settings/webhook-form.ts';
import { wfmSettings } from '../../model/settings/wfm.ts';
import {
  address,
  arn,
  choice,
  digits,
  domain,
  ids,
  logRetention,
  type Parameter,
  some,
  whole,
} from './parameter-forms.ts';

/** CloudFront takes certificates and web ACLs from there alone. */
const certificateArn = arn('acm', 'certificate/', 'us-east-1');
/** Keys that begin with `aws:` are Amazon's own (AWS General Reference, "Tagging AWS resources"). */
const tags = z.record(z.string().regex(/^(?!aws:).{1,128}$/i), z.string().max(256));

/** Every parameter of serverless.yml, in the order of docs/deploy.md. Functions read theirs with the same schemas. */
export const parameters: Readonly<Record<string, Parameter>> = {
  instanceId: {
    schema: z.string().regex(/^[0-9a-fA-F-]{8,64}$/),
    give: 'the last part of the instance’s ARN in Amazon Connect’s console',
  },
  ccpUrl: {
    schema: address.refine((text) => /\/ccp-v2\/?$/.test(text), 'ends with /ccp-v2'),
    give: 'the softphone’s address, https://NAME.my.connect.aws/ccp-v2',
  },
  samlUrl: { schema: address, give: 'where agents sign in, beginning with https://' },
  sites: { schema: json(sites), give: '{"London": ["203.0.113.0/24", "2001:db8::/32"]}' },
  agentAuth: choice(...agentAuths),
  agentSamlMetadataUrl: { schema: address, give: 'the metadata’s address, beginning with https://' },
  agentIp: choice(...agentIpPolicies),
  problemWords: choice(...switches),
  callLogs: choice(...switches),
  indexRotation: choice(...rotations),
  contactsRotation: choice(...rotations),
  contactsIndex: { schema: indexPrefix, give: 'how their indices’ names begin, as emite-contacts' },
  retentionDays: {
    schema: digits.transform((text): unknown => text).pipe(days),
    give: 'a whole number of days from 1 to 3650',
  },
  retentionDaysByKind: {
    schema: json(retentionDaysByKind),
    give: `{"softphone-calls": 400} or the like; the kinds are ${datedKinds.join(', ')}`,
  },
  qualityLimits: { schema: json(qualityLimits), give: '{"poor": {"mos": 2.9}} or the like' },
  verdictLimits: { schema: json(verdictLimits), give: '{"fewestOthers": 5} or the like: docs/verdicts.md' },
  softphone: choice('framed', 'onRequest', 'page'),
  rtcLibrary: {
    // It stands in JSON as it is.
    schema: z.string().regex(/^(https:\/\/)?[^\s"\\]+$/),
    give: 'a file without spaces in its name, or an address that begins with https://',
  },
  rtcLibrarySha256: {
    schema: z.string().regex(/^[0-9a-fA-F]{64}$/),
    give: '64 hexadecimal digits, as `sha256sum` writes them',
  },
  allowedOrigins: { schema: origins, give: 'https://softphone.example.com, with commas between several' },
  checkAtSignIn: choice('on', 'off'),
  regionUrl: {
    schema: address,
    give: 'an address in the region that answers anybody, beginning with https://',
  },
  mediaServers: {
    schema: json(preflightServers),
    give: '[{"urls": ["turn:turn.example.com:443?transport=tcp"]}] or the like: docs/deploy.md',
  },
  frameAncestors: {
    schema: z.string().regex(/^[^;,\r\n]+$/),
    give: `'none', 'self' or origins, with spaces between them`,
  },
  managerLimits: {
    schema: json(managerLimits),
    give: '{"billing-leads": {"queues": ["Billing"]}} or the like: docs/security.md',
  },
  mfa: choice('OPTIONAL', 'ON'),
  searchSize: choice('small', 'ha'),
  searchInstanceType: {
    schema: z.string().regex(/^[a-z0-9]+\.[a-z0-9]+\.search$/),
    give: 'a type as m7g.large.search',
  },
  searchVolumeGib: whole(10, 24_576, 'GiB of a data node'),
  searchEndpoint: {
    schema: z.string().regex(/^(https:\/\/)?([a-z0-9-]+\.)+[a-z]{2,}\/?$/),
    give: 'the domain’s host name',
  },
  searchDomainArn: arn('es', 'domain/'),
  userPoolId: { schema: z.string().regex(/^[a-z0-9-]+_\w+$/), give: 'its id, as eu-central-1_AbCdEfGhI' },
  contactRecordsStreamArn: arn('kinesis', 'stream/'),
  agentEventsStreamArn: arn('kinesis', 'stream/'),
  partnerAccountId: { schema: z.string().regex(/^\d{12}$/), give: 'the partner’s account, 12 digits' },
  partnerExternalId: {
    // IAM API Reference, AssumeRole, `ExternalId`.
    schema: z.string().regex(/^[\w+=,.@:/-]{2,1224}$/),
    give: 'what the partner calls you by, at least 2 characters',
  },
  partnerStreams: some('contact-records', 'agent-events'),
  partnerIndices: some(...datedKinds),
  flowLogGroup: {
    schema: z.string().regex(/^[\w./#-]{1,512}$/),
    give: 'the log group’s name, as /aws/connect/NAME',
  },
  backfillBucket: {
    schema: z.string().regex(/^[a-z0-9.-]{3,63}$/),
    give: 'the bucket’s name',
  },
  collect: {
    schema: json(collectSettings),
    give: '{"contactRecords": {"attributes": ["tier"]}} or the like: docs/security.md',
  },
  wfm: {
    schema: json(wfmSettings),
    give: '{"zone": "Europe/Lisbon", "serviceLevelSeconds": 30} or the like: docs/wfm.md',
  },
  realTime: {
    schema: json(realTimeSettings),
    give: '{"url": "https://wfm.example.com/rta"} or the like: docs/real-time.md',
  },
  sink: {
    schema: json(checkedSinkSettings),
    give: '{"url": "https://…", "documents": {"softphone-calls": ["contactId", "rating"]}} or the like: docs/sink.md',
  },
  agentEventsShards: whole(1, 200, 'shards, one for 500 agents'),
  metrics: {
    schema: json(metricsSettings),
    give: '{"historical": {"on": true}, "zone": "Europe/Lisbon"} or the like: docs/metrics.md',
  },
  vpcSubnetIds: ids('subnet'),
  vpcSecurityGroupIds: ids('sg'),
  kmsKeyArn: arn('kms', 'key/'),
  agentSiteDomain: domain,
  agentSiteCertificateArn: certificateArn,
  managerSiteDomain: domain,
  managerSiteCertificateArn: certificateArn,
  siteLogsBucket: {
    schema: z.string().regex(/^[a-z0-9.-]{3,63}\.s3(\.[a-z0-9-]+)?\.amazonaws\.com$/),
    give: 'the bucket’s host name, NAME.s3.amazonaws.com',
  },
  siteWebAclArn: arn('wafv2', 'global/webacl/', 'us-east-1'),
  logLevel: choice(...logLevels),
  logRetentionDays: logRetention,
  alarmEmail: { schema: z.email(), give: 'one address, as ops@example.com' },
  alarmRejectedMessages: whole(0, 1_000_000, 'messages in a quarter of an hour'),
  alertEmail: { schema: z.email(), give: 'one address, as leads@example.com' },
  alertWebhook: choice(...webhookForms),
  tags: { schema: json(tags), give: '{"costCentre": "4711"} or the like' },
  throttleRate: whole(1, 100_000, 'requests a second'),
  throttleBurst: whole(1, 100_000, 'requests at once'),
  emulatorPort: whole(1, 65_535, 'a port'),
  dashboardsPort: whole(1, 65_535, 'a port'),
};
