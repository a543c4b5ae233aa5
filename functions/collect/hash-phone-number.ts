import { createHmac } from 'node:crypto';

/** Shorter is no key. */
const fewestCharacters = 32;

/**
 * Makes phone numbers into values by which one can be told to be the same, and not be found again by whoever lacks the
 * key: there are too few numbers for a hash without one.
 *
 * @param key of the deployment's own secret
 * @throws Error when that is no key
 */
export function phoneNumberHasher(key: string): (phoneNumber: string) => string {
  if (key.length < fewestCharacters)
    throw new Error('The key for phone numbers has less than 32 characters.');
  return (phoneNumber) => createHmac('sha256', key).update(phoneNumber.trim()).digest('hex');
}
