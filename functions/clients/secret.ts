import * as z from 'zod';
import type { Config } from '../config.ts';
import { AwsRefusal, sendSigned } from './signed-request.ts';

const answer = z.object({ SecretString: z.string() });
type Stage = 'AWSCURRENT' | 'AWSPREVIOUS';

/**
 * Reads a secret of AWS Secrets Manager (API Reference, `GetSecretValue`).
 *
 * @throws Error when it is not there, may not be read, or the service cannot be reached
 */
export async function readSecret(
  aws: Config['aws'],
  arn: string,
  stage: Stage = 'AWSCURRENT',
): Promise<string> {
  const text = await sendSigned(aws, {
    service: 'secretsmanager',
    method: 'POST',
    url: new URL(aws.endpoint ?? `https://secretsmanager.${aws.region}.amazonaws.com/`),
    body: JSON.stringify({ SecretId: arn, VersionStage: stage }),
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.GetSecretValue',
    },
  });
  return answer.parse(JSON.parse(text)).SecretString;
}

/**
 * What the secret holds, and what it held before, where it was changed: while a key is changed on both sides, either may
 * be the one that counts. Throws as `readSecret` does.
 */
export async function readSecretVersions(aws: Config['aws'], arn: string): Promise<readonly string[]> {
  const previous = readSecret(aws, arn, 'AWSPREVIOUS').catch((error: unknown) => {
    // It was never changed.
    if (error instanceof AwsRefusal && error.type === 'ResourceNotFoundException') return undefined;
    throw error;
  });
  const versions = await Promise.all([readSecret(aws, arn), previous]);
  return [...new Set(versions.filter((its) => its !== undefined))];
}
