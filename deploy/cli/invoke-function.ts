import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import type { ClientConfig } from './client-config.ts';

const refusal = z.object({ errorType: z.string(), errorMessage: z.string() });

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
