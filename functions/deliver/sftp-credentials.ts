import * as z from 'zod';
import type { SftpCredentials } from '../clients/sftp.ts';
import { KnownError } from '../errors.ts';

const whole = z.strictObject({ privateKey: z.string().min(1), passphrase: z.string().min(1).optional() });

/**
 * By what to sign in to the SFTP server, of what an admin has put into the secret: a private key in PEM or OpenSSH's form,
 * `{"privateKey": "…", "passphrase": "…"}`, or a password.
 *
 * @throws KnownError `unavailable` while nothing is there; nothing of the secret is repeated
 */
export function sftpCredentials(secret: string): SftpCredentials {
  const text = secret.trim();
  // As the template has it.
  if (text === '' || text === 'none')
    throw new KnownError(
      'unavailable',
      'Put the SFTP server’s password or private key into its secret: docs/wfm.md.',
    );
  if (text.startsWith('-----BEGIN')) return { privateKey: `${text}\n` };
  const { data } = whole.safeParse(parse(text));
  if (!data) return { password: text };
  const { privateKey, passphrase } = data;
  return { privateKey, ...(passphrase === undefined ? {} : { passphrase }) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
