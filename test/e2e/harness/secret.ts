import * as z from 'zod';
import { sendSigned } from '../../../functions/clients/signed-request.ts';
import { emulator } from './aws.ts';

/** Makes a secret in the emulator; gives its ARN. */
export async function createSecret(Name: string, SecretString: string): Promise<string> {
  return z.object({ ARN: z.string() }).parse(await ask('CreateSecret', { Name, SecretString })).ARN;
}

/** Puts something else into it, as an admin does; what it held before is its previous version. */
export async function changeSecret(SecretId: string, SecretString: string): Promise<void> {
  await ask('PutSecretValue', { SecretId, SecretString });
}

async function ask(operation: string, parameters: object): Promise<unknown> {
  const body = JSON.stringify({ ClientRequestToken: crypto.randomUUID(), ...parameters });
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `secretsmanager.${operation}`,
  };
  const url = new URL('/', emulator().endpoint);
  return JSON.parse(
    await sendSigned(emulator(), { service: 'secretsmanager', method: 'POST', url, body, headers }),
  );
}
