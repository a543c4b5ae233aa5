import * as z from 'zod';

/** A key as in a `known_hosts` file, without the host: its type, and the key in base64. */
const publicKey = /^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)) [A-Za-z0-9+/]{60,}={0,2}$/;
/** What `ssh-keygen -lf` says of a key: the SHA-256 of it, in base64 without padding. */
const fingerprint = /^SHA256:[A-Za-z0-9+/]{43}$/;

/** By which a server is known to be the one that is meant. */
const hostKey = z
  .string()
  .trim()
  .refine(
    (text) => publicKey.test(text) || fingerprint.test(text),
    'is neither a line as "ssh-ed25519 AAAA…" nor a fingerprint as "SHA256:…": ask the server’s owner for it',
  );

/** An absolute folder, or one below that in which the server puts whoever signs in. */
const directory = z
  .string()
  .regex(/^[^\0\r\n]{1,500}$/, 'is no path')
  .refine((path) => !path.split('/').includes('..'), 'must not lead upwards');

/** Where files are sent by SFTP. Who signs in there, by password or key, is a secret and no setting. */
export const sftpSettings = z.strictObject({
  host: z
    .string()
    .regex(
      /^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
      'is no host name',
    )
    .max(253),
  port: z.number().int().min(1).max(65_535).default(22),
  user: z.string().regex(/^[^\s\0]{1,128}$/, 'is no user name'),
  directory: directory.default('.'),
  /** Several while the server changes its key: any of them will do. Nothing is sent to a server that has none of them. */
  hostKeys: z
    .array(
      hostKey,
      'must have the server’s key, or its fingerprint: nothing is sent to a server that is not known',
    )
    .min(1)
    .max(10),
});
export type SftpSettings = z.infer<typeof sftpSettings>;
