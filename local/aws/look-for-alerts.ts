import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Ports } from '../ports.ts';
import { clientConfig } from './account.ts';

/** Has the deployment look for alerts once: its schedule begins only after minutes in which an alarm says that nobody does. */
export async function lookForAlerts(ports: Ports): Promise<void> {
  const client = new LambdaClient(clientConfig(ports));
  await client.send(new InvokeCommand({ FunctionName: 'softphone-quality-local-alert' }));
}
