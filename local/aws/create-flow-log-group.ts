import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import type { Ports } from '../ports.ts';
import { clientConfig, FLOW_LOG_GROUP } from './account.ts';

/** Does what Amazon Connect does when an admin switches flow logs on. */
export async function createFlowLogGroup(ports: Ports): Promise<void> {
  const client = new CloudWatchLogsClient(clientConfig(ports));
  await client.send(new CreateLogGroupCommand({ logGroupName: FLOW_LOG_GROUP }));
}
