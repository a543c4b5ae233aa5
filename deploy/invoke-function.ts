import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';

const refusal = z.object({ errorType: z.string(), errorMessage: z.string() });

/** What every client of the AWS SDK takes. */
export type ClientConfig = {
  readonly region?: string;
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

/** How a client of the AWS SDK reaches a deployment; `local` is the emulator of `npm start`: see local/aws/account.ts. */
export function clientConfigOf(stage: string, region?: string): ClientConfig {
  if (stage !== 'local') return region ? { region } : {};
  return {
    endpoint: process.env.AWS_ENDPOINT_URL ?? `http://127.0.0.1:${process.env.AWS_PORT ?? 4566}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
}

/** Has a function do its work, once. Throws an Error that says what the function said. */
export async function invokeFunction(config: ClientConfig, name: string, request: object): Promise<unknown> {
  const lambda = new LambdaClient({ ...config, maxAttempts: 1 });
  const command = new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(request) });
  const { Payload, FunctionError } = await lambda.send(command);
  const told: unknown = JSON.parse(new TextDecoder().decode(Payload));
  if (!FunctionError) return told;
  const { errorType, errorMessage } = refusal.parse(told);
  throw new Error(`The function ${name} failed: ${errorType}: ${errorMessage}`);
}
