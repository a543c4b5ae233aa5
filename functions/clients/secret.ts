import * as z from 'zod';
import type { Config } from '../config.ts';
import { sendSigned } from './signed-request.ts';

const answer = z.object({ SecretString: z.string() });

/**
 * Reads a secret of AWS Secrets Manager (API Reference, `GetSecretValue`).
 *
 * @throws Error when it is not there, may not be read, or the service cannot be reached
 */
export async function readSecret(aws: Config['aws'], arn: string): Promise<string> {
  const text = await sendSigned(aws, {
    service: 'secretsmanager',
    method: 'POST',
    url: new URL(aws.endpoint ?? `https://secretsmanager.${aws.region}.amazonaws.com/`),
    body: JSON.stringify({ SecretId: arn }),
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.GetSecretValue',
    },
  });
  return answer.parse(JSON.parse(text)).SecretString;
}
