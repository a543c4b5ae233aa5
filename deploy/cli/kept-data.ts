import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import {
  CognitoIdentityProviderClient,
  DeleteUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { DeleteDomainCommand, OpenSearchClient } from '@aws-sdk/client-opensearch';
import { DeleteBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { type ClientConfig, stackName } from './client-config.ts';
import { emptyBucket } from './empty-bucket.ts';

export type StackResource = { readonly type: string; readonly logicalId: string; readonly id: string };

/** What CloudFormation keeps when the stack is removed (`DeletionPolicy` in deploy/*.yml): what cannot be made anew. */
export const keptResources = [
  'SearchDomain',
  'UserPool',
  'AgentUserPool',
  'FailedRecordsBucket',
  'WfmBucket',
];

/** All buckets that go with a stage's stack, and what of it holds data. CloudFormation deletes none that holds something. */
export async function stackContents(stage: string, config: ClientConfig) {
  const client = new CloudFormationClient(config);
  const all: StackResource[] = [];
  for await (const page of paginateListStackResources({ client }, { StackName: stackName(stage) })) {
    for (const its of page.StackResourceSummaries ?? []) {
      const { ResourceType: type = '', LogicalResourceId: logicalId = '', PhysicalResourceId: id = '' } = its;
      all.push({ type, logicalId, id });
    }
  }
  return {
    data: all.filter(({ logicalId }) => keptResources.includes(logicalId)),
    ownBuckets: all.filter(({ logicalId }) => /(Site|FeedState)Bucket$/.test(logicalId)),
  };
}

/** Deletes one of them, with what is in it. There is no way back. */
export async function deleteData({ type, id }: StackResource, config: ClientConfig): Promise<void> {
  if (type === 'AWS::OpenSearchService::Domain') {
    await new OpenSearchClient(config).send(new DeleteDomainCommand({ DomainName: id }));
  } else if (type === 'AWS::Cognito::UserPool') {
    await new CognitoIdentityProviderClient(config).send(new DeleteUserPoolCommand({ UserPoolId: id }));
  } else {
    const s3 = new S3Client({ ...config, forcePathStyle: config.endpoint !== undefined });
    await emptyBucket(s3, id);
    await s3.send(new DeleteBucketCommand({ Bucket: id }));
  }
}
