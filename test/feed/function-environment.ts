import { emulator } from '../e2e/harness/aws.ts';
import { runningStack } from '../e2e/harness/stack.ts';

/** What a deployed function finds in its environment, beside what it alone is told. */
export function functionEnvironment(instanceId: string): Readonly<Record<string, string>> {
  const { endpoint, region, credentials } = emulator();
  return {
    STAGE: 'local',
    INSTANCE_ID: instanceId,
    OPENSEARCH_ENDPOINT: runningStack().opensearchUrl,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
}
