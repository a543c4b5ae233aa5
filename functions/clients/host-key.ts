import { createHash } from 'node:crypto';
import type { ServerHostKeyAlgorithm } from 'ssh2';

/** What a server may sign with that has an RSA key. Not `ssh-rsa`: that is SHA-1. */
const rsa: readonly ServerHostKeyAlgorithm[] = ['rsa-sha2-512', 'rsa-sha2-256'];
const all: readonly ServerHostKeyAlgorithm[] = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  ...rsa,
];

/** The fingerprint of a server's public key, as `ssh-keygen -lf` says it. */
export function fingerprintOf(key: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** Whether a server's key is one of those that were given, each as a fingerprint or whole. */
export function isKnownKey(key: Uint8Array, known: readonly string[]): boolean {
  const fingerprint = fingerprintOf(key);
  return known.some((its) => fingerprint === (its.startsWith('SHA256:') ? its : fingerprintOf(blobOf(its))));
}

/**
 * What to ask a server to show its key by. A server has a key of each kind, and shows the one that is asked for first: it
 * must be one that is known. A fingerprint does not say of which kind its key is.
 */
export function keyAlgorithms(known: readonly string[]): ServerHostKeyAlgorithm[] {
  if (known.some((its) => its.startsWith('SHA256:'))) return [...all];
  const types = known.map((its) => its.split(' ')[0] ?? '');
  return all.filter((its) => types.includes(rsa.includes(its) ? 'ssh-rsa' : its));
}

function blobOf(publicKey: string): Uint8Array {
  return Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
}
