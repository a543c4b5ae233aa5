/** Parameters of serverless.yml, as `--param` gives them. */
export type Parameters = Readonly<Record<string, string>>;

const required: Parameters = { instanceId: '1', ccpUrl: 'https://example.my.connect.aws/ccp-v2' };
/** RSA, ECDSA and Ed25519 keys are known by their fingerprints alike. */
const wfm = `{"sftp": {"host": "sftp.example.com", "user": "centre", "hostKeys": ["SHA256:${'a'.repeat(43)}"]}}`;
const account = 'eu-central-1:111122223333';

/** The deployments that differ in their resources; each is packaged and judged. */
export const variants: Readonly<Record<string, Parameters>> = {
  small: required,
  hardened: {
    ...required,
    searchSize: 'ha',
    kmsKeyArn: `arn:aws:kms:${account}:key/0b1c2d3e-0000-4000-8000-000000000000`,
    vpcSubnetIds: 'subnet-0a0a0a0a,subnet-0b0b0b0b,subnet-0c0c0c0c',
    vpcSecurityGroupIds: 'sg-0a0a0a0a',
    agentSiteDomain: 'softphone.example.com',
    agentSiteCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/agent',
    managerSiteDomain: 'quality.example.com',
    managerSiteCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/manager',
    siteLogsBucket: 'example-logs.s3.amazonaws.com',
    siteWebAclArn: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/example/0b1c2d3e',
    mfa: 'ON',
    managerLimits: '{"billing-leads": {"queues": ["Billing"]}}',
    softphone: 'page',
    agentAuth: 'cognito',
    agentSamlMetadataUrl: 'https://idp.example.com/metadata',
    logRetentionDays: '365',
    regionUrl: 'https://probe.example.com/ping',
    mediaServers: '[{"urls": ["stun:stun.example.com:3478", "turn:turn.example.com:443?transport=tcp"]}]',
    alertEmail: 'leads@example.com',
    alertWebhook: 'slack',
    tags: '{"costCentre": "4711"}',
    collect: '{"contactRecords": {"hashedPhoneNumbers": ["CustomerEndpoint"]}}',
    flowLogGroup: '/aws/connect/example',
    wfm,
    backfillBucket: 'example-history',
    metrics:
      '{"current": {"on": true}, "historical": {"on": true, "schedule": "cron(0/5 8-19 ? * MON-FRI *)"}}',
    partnerAccountId: '444455556666',
    partnerExternalId: 'example-customer',
    partnerStreams: 'agent-events',
    partnerIndices: 'softphone-calls, softphone-call-reports',
    realTime: '{"url": "https://wfm.example.com/rta"}',
    agentEventsShards: '4',
    sink: '{"url": "https://partner.example.com/in", "documents": {"softphone-calls": ["contactId"], "connect-contacts": ["contactId"]}}',
  },
  existing: {
    ...required,
    searchEndpoint: 'search-example-abc.eu-central-1.es.amazonaws.com',
    searchDomainArn: `arn:aws:es:${account}:domain/example`,
    userPoolId: 'eu-central-1_AbCdEfGhI',
    managerLimits: '{"billing-leads": {"queues": ["Billing"]}}',
    contactRecordsStreamArn: `arn:aws:kinesis:${account}:stream/contact-records`,
    agentEventsStreamArn: `arn:aws:kinesis:${account}:stream/agent-events`,
    flowLogGroup: '/aws/connect/example',
    wfm,
    backfillBucket: 'example-history',
    partnerAccountId: '444455556666',
    partnerExternalId: 'example-customer',
    partnerStreams: 'contact-records, agent-events',
    realTime: '{}',
    softphone: 'onRequest',
    rtcLibrary: 'vendor/connect-rtc.js',
    rtcLibrarySha256: '0'.repeat(64),
  },
};
