/** Who sends, and whether they were erased. */
const ofPeople = [
  'es:ESHttpGet /connect-users/_doc/*',
  'es:ESHttpPost /connect-users/_count',
  'es:ESHttpPost /softphone-erasures/_search',
];
/** What is there is read before anything is written: messages come in any order, and rotations change. */
const ofDocuments = ['es:ESHttpPost /_mget', 'es:ESHttpPost /_bulk'];
/** Its contact is to be put together again. */
const ofContacts = 'sqs:SendMessage ContactsToJoin';
/** A record that can never be stored, and a message that cannot be now. */
const ofFailures = ['s3:PutObject FailedRecordsBucket/softphone-*', 'sqs:SendMessage IngestQueue'];

/** Whoever collects what Amazon Connect tells keeps whole records, cleaned. */
const ofCollectors = [
  'es:ESHttpPost /softphone-erasures/_search',
  ...ofDocuments,
  's3:PutObject FailedRecordsBucket/messages/*',
  'sqs:SendMessage IngestQueue',
  ofContacts,
];

/** What the real-time feed keeps between its runs. */
const ofFeedState = ['GetObject', 'PutObject'].map((its) => `s3:${its} FeedStateBucket/real-time.json`);

/**
 * What each function asks of other services, and so may: the action, and on what. `*` is any text, as it is for IAM; paths
 * are the search domain's, names the template's. rights.test.ts holds this against what the functions really ask,
 * ../deployment.test.ts against their roles and the search domain, both in both directions.
 *
 * Beside these, every function may write its own log, and a queue that invokes one is read by that one's role.
 */
export const functionRights: Readonly<Record<string, readonly string[]>> = {
  'alert/alert': [
    'es:ESHttpPost /_msearch',
    ...ofDocuments,
    'es:ESHttpPost /softphone-erasures/_search',
    'es:ESHttpPost /softphone-alerts/_delete_by_query',
    'secretsmanager:GetSecretValue AlertWebhookSecret',
    'sns:Publish AlertsTopic',
  ],
  'alert/alert-pages': ['es:ESHttpPost /_msearch', ...ofDocuments],
  'collect/agent-events': ofCollectors,
  'collect/backfill': [
    ...ofCollectors.filter((right) => right !== 'sqs:SendMessage IngestQueue'),
    's3:GetObject HistoryBucket/*',
    's3:ListBucket HistoryBucket',
    'secretsmanager:GetSecretValue PhoneHashKey',
  ],
  'collect/contact-flow-logs': ofCollectors,
  'collect/contact-records': [
    ...ofCollectors,
    's3:PutObject WfmBucket/contact-records/*',
    'secretsmanager:GetSecretValue PhoneHashKey',
  ],
  'collect/current-metrics': [
    'connect:GetCurrentMetricData instance',
    'connect:GetCurrentUserData instance',
    'connect:ListRoutingProfiles instance',
    ...ofDocuments,
  ],
  'collect/historical-metrics': [
    'connect:GetMetricDataV2 instance',
    'connect:ListRoutingProfiles instance',
    'es:ESHttpPost /connect-users/_search',
    'es:ESHttpGet /connect-users/_refresh',
    'es:ESHttpPost /softphone-erasures/_search',
    ...ofDocuments,
  ],
  'collect/users': [
    'connect:DescribeUserHierarchyStructure instance',
    'connect:ListQueues instance',
    'connect:ListRoutingProfiles instance',
    'connect:SearchUserHierarchyGroups instance',
    'connect:SearchUsers instance',
    'es:ESHttpPost /connect-users/_search',
    'es:ESHttpGet /connect-users/_refresh',
    ...ofDocuments,
  ],
  'deliver/send-wfm': [
    'es:ESHttpPost /_msearch',
    'es:ESHttpPost /softphone-erasures/_search',
    's3:GetObject WfmBucket/*',
    's3:ListBucket WfmBucket',
    's3:PutObject WfmBucket/agent-half-hours/*',
    's3:PutObject WfmBucket/compared/*',
    's3:PutObject WfmBucket/sent/*',
    'secretsmanager:GetSecretValue WfmSftpSecret',
    'sqs:DeleteMessage WfmQueue',
    'sqs:ReceiveMessage WfmQueue',
    'sqs:SendMessage WfmQueue',
  ],
  'deliver/wfm-files': ['es:ESHttpPost /_msearch'],
  'erase/erase': [
    'es:ESHttpPost /softphone-*/_search',
    'es:ESHttpPost /softphone-*/_delete_by_query',
    'es:ESHttpPost /softphone-*/_update_by_query',
    'es:ESHttpPut /softphone-erasures/_doc/*',
    's3:ListBucket FailedRecordsBucket',
    's3:GetObject FailedRecordsBucket/*',
    's3:DeleteObject FailedRecordsBucket/*',
    ...ofFeedState,
    ofContacts,
  ],
  'feed/agent-states': [
    's3:GetObject FeedStateBucket/real-time.json',
    'secretsmanager:GetSecretValue AgentStatesKey',
  ],
  'feed/real-time': [
    'es:ESHttpPost /connect-users/_search',
    'kinesis:GetRecords AgentEventsStream',
    'kinesis:GetShardIterator AgentEventsStream',
    'kinesis:ListShards AgentEventsStream',
    ...ofFeedState,
    'secretsmanager:GetSecretValue RealTimeKey',
  ],
  'health/health': [
    'cloudwatch:DescribeAlarms *',
    'cloudwatch:GetMetricData *',
    'cloudwatch:ListMetrics *',
    'es:ESHttpGet /_cat/indices/softphone-*',
    'es:ESHttpGet /_cluster/stats',
    'es:ESHttpPost /_msearch',
    'es:ESHttpPost /_mget',
    'es:ESHttpPost /connect-users/_count',
    's3:ListBucket FailedRecordsBucket',
    's3:GetObject FailedRecordsBucket/*',
  ],
  'ingest/api-metrics': [...ofPeople, ...ofDocuments, ...ofFailures],
  'ingest/dead-letters': ['s3:PutObject FailedRecordsBucket/messages/*'],
  'ingest/queued-messages': [
    ...ofPeople,
    ...ofDocuments,
    's3:PutObject FailedRecordsBucket/softphone-*',
    's3:PutObject FailedRecordsBucket/messages/*',
    'sqs:ChangeMessageVisibility IngestQueue',
    ofContacts,
  ],
  'ingest/softphone-reports': [...ofPeople, ...ofDocuments, ...ofFailures, ofContacts],
  'ingest/softphone-stats': [...ofPeople, ...ofDocuments, ...ofFailures, ofContacts],
  'join/join': [
    'es:ESHttpGet /softphone-calls-*/_refresh',
    'es:ESHttpPost /_msearch',
    'es:ESHttpPost /_bulk',
  ],
  'judge/judge': ['es:ESHttpPost /_msearch', ...ofDocuments],
  'openapi/openapi': [],
  'query/query': ['es:ESHttpPost /_msearch'],
  'reconcile/reconcile': [
    'es:ESHttpPost /_msearch',
    's3:ListBucket FailedRecordsBucket',
    's3:GetObject FailedRecordsBucket/messages/contact-records/*',
    's3:ListBucket WfmBucket',
    's3:GetObject WfmBucket/sent/*',
  ],
  'replay/replay': [
    ...ofPeople,
    ...ofDocuments,
    's3:ListBucket FailedRecordsBucket',
    's3:GetObject FailedRecordsBucket/*',
    's3:PutObject FailedRecordsBucket/*',
    's3:DeleteObject FailedRecordsBucket/*',
    ofContacts,
  ],
  'roll-up/roll-up': [
    ...ofDocuments,
    'es:ESHttpPost /softphone-api-metrics-*/_search',
    'es:ESHttpGet /softphone-api-metrics-*/_refresh',
    'es:ESHttpPost /softphone-erasures/_search',
  ],
  'setup/retention': [
    'es:ESHttpGet /softphone-*/_settings/index.uuid',
    'es:ESHttpDelete /softphone-stream-stats-*',
    'es:ESHttpDelete /softphone-calls-*',
    'es:ESHttpDelete /softphone-call-reports-*',
    'es:ESHttpDelete /softphone-api-metrics-*',
    'es:ESHttpDelete /softphone-call-logs-*',
    'es:ESHttpDelete /softphone-preflights-*',
    'es:ESHttpDelete /softphone-readiness-*',
    'es:ESHttpDelete /connect-contacts-*',
    'es:ESHttpDelete /connect-agent-events-*',
    'es:ESHttpDelete /connect-flow-logs-*',
    'es:ESHttpDelete /connect-current-metrics-*',
    'es:ESHttpDelete /connect-historical-metrics-*',
  ],
  'setup/search': [
    'cognito-identity:SetIdentityPoolRoles *',
    'cognito-idp:ListUserPoolClients UserPool',
    'es:ESHttpGet /_cat/plugins',
    'es:ESHttpGet /_dashboards/api/status',
    'es:ESHttpGet /_plugins/_security/api/rolesmapping',
    'es:ESHttpHead /connect-users',
    'es:ESHttpHead /connect-instances',
    'es:ESHttpHead /connect-agent-states',
    'es:ESHttpHead /connect-metric-polls',
    'es:ESHttpHead /softphone-erasures',
    'es:ESHttpHead /softphone-roll-ups',
    'es:ESHttpHead /softphone-alert*',
    'es:ESHttpPost /_dashboards/api/saved_objects/_import',
    'es:ESHttpPost /_index_template/softphone-*',
    'es:ESHttpPost /_index_template/connect-*',
    'es:ESHttpPost /connect-*/_mapping',
    'es:ESHttpPost /softphone-*/_mapping',
    'es:ESHttpPut /_plugins/_security/api/roles/softphone_quality_*',
    'es:ESHttpPut /_plugins/_security/api/rolesmapping/softphone_quality_*',
    'es:ESHttpPut /connect-users',
    'es:ESHttpPut /connect-instances',
    'es:ESHttpPut /connect-agent-states',
    'es:ESHttpPut /connect-metric-polls',
    'es:ESHttpPut /softphone-erasures',
    'es:ESHttpPut /softphone-roll-ups',
    'es:ESHttpPut /softphone-alert*',
  ],
  'setup/self-test': [
    'es:ESHttpPost /connect-users/_count',
    'es:ESHttpPost /softphone-api-metrics-*/_count',
    'es:ESHttpPost /softphone-api-metrics-*/_delete_by_query',
    'es:ESHttpPut /connect-users/_doc/*self-test-*',
    'es:ESHttpDelete /connect-users/_doc/*self-test-*',
  ],
  'sink/sink': [
    'es:ESHttpPost /softphone-calls-*/_search',
    'es:ESHttpPost /connect-contacts-*/_search',
    's3:GetObject FeedStateBucket/sink.json',
    's3:PutObject FeedStateBucket/sink.json',
    's3:PutObject FailedRecordsBucket/messages/*',
    'secretsmanager:GetSecretValue SinkKey',
  ],
  'watch/watch': [
    'connect:GetCurrentMetricData instance',
    'connect:ListRoutingProfiles instance',
    'es:ESHttpPost /softphone-*/_search',
  ],
};
