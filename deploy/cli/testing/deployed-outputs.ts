import type { Outputs } from '../../read-outputs.ts';

/** What a deployed stage says of itself. */
export const deployedOutputs: Outputs = {
  HttpApiId: 'api',
  ApiUrl: 'https://api.execute-api.eu-west-2.amazonaws.com',
  UserPoolId: 'eu-west-2_managers',
  ContactRecordsStream: 'contact-records',
  AgentEventsStream: 'agent-events',
  AgentSiteBucket: 'agent-site',
  AgentSiteHeaders: 'agent-headers',
  AgentSiteId: 'agent-distribution',
  AgentSiteSettings: {
    instanceId: '0b1c2d3e-0000-4000-8000-000000000000',
    ccpUrl: 'https://example.my.connect.aws/ccp-v2',
  },
  AgentSiteUrl: 'https://d1.cloudfront.net/',
  ManagerSiteBucket: 'manager-site',
  ManagerSiteHeaders: 'manager-headers',
  ManagerSiteId: 'manager-distribution',
  ManagerSiteSettings: {},
  ManagerSiteUrl: 'https://d2.cloudfront.net/',
  FailedRecordsBucket: 'failed-records',
  IngestQueueUrl: 'https://sqs.eu-west-2.amazonaws.com/1/ingest',
  IngestDeadLettersUrl: 'https://sqs.eu-west-2.amazonaws.com/1/dead-letters',
  ReplayFunction: 'replay',
  SelfTestFunction: 'self-test',
  OpenSearchDashboardsUrl: 'https://search.eu-west-2.es.amazonaws.com/_dashboards/',
  UsersUrl: 'https://eu-west-2.console.aws.amazon.com/cognito/v2/idp/user-pools/eu-west-2_managers/users',
  EraseFunction: 'erase',
  BackfillFunction: 'softphone-quality-test-backfill',
  UsersFunction: 'users',
  WfmFilesFunction: 'wfm-files',
};
