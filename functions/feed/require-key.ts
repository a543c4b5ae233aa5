import { createHash, timingSafeEqual } from 'node:crypto';
import type { PartnerKeys } from '../clients/partner-keys.ts';
import { KnownError } from '../errors.ts';

/**
 * Lets in who has one of the keys: what the secret holds, or what it held before it was changed last. How long that takes
 * does not depend on how much of a wrong key is right.
 *
 * @throws KnownError `forbidden`; `unavailable` when the keys cannot be read
 */
export async function requireKey(given: string | undefined, keys: PartnerKeys): Promise<void> {
  if (given !== undefined && given.length <= longestKey) {
    for (const isRefused of [false, true]) {
      const all = await keys.list(isRefused);
      // Each is compared, whichever it is.
      if (all.map((key) => isSame(given, key)).includes(true)) return;
    }
  }
  throw new KnownError('forbidden', 'Send the key that the deployment has for you, in the header x-api-key.');
}

const longestKey = 1000;

/** Of hashes, which are of one length. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(hashOf(one), hashOf(other));
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
