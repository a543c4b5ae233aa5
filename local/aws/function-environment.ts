import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Ports } from '../ports.ts';
import { clientConfig } from './account.ts';

/** The variables of a deployed function, such as `softphoneStats`. */
export async function functionEnvironment(
  ports: Pick<Ports, 'aws'>,
  name: string,
): Promise<Record<string, string>> {
  const client = new LambdaClient(clientConfig(ports));
  const FunctionName = `softphone-quality-local-${name}`;
  const { Environment } = await client.send(new GetFunctionConfigurationCommand({ FunctionName }));
  return Environment?.Variables ?? {};
}
