import type { CollectSettings } from '../../model/settings/collect.ts';
import { readSecret } from '../clients/secret.ts';
import type { Config } from '../config.ts';
import { KnownError } from '../errors.ts';
import { contactRecordCleaner } from './clean-contact-record.ts';
import type { Clean } from './collect-records.ts';
import { phoneNumberHasher } from './hash-phone-number.ts';

/**
 * Gives the cleaner of contact records, with the key of the deployment's secret where phone numbers are hashed; the secret
 * is read once.
 *
 * @throws KnownError `unavailable` while the key cannot be read: without it a record cannot be cleaned
 */
export function deployedContactCleaner({
  aws,
  collect,
  phoneHashSecretArn,
}: Pick<Config, 'aws' | 'collect' | 'phoneHashSecretArn'>): () => Promise<Clean> {
  let known: Promise<Clean> | undefined;
  const make = async (settings: CollectSettings): Promise<Clean> => {
    if (settings.contactRecords.hashedPhoneNumbers.length === 0) return contactRecordCleaner(settings, never);
    if (!phoneHashSecretArn)
      throw new Error('PHONE_HASH_SECRET_ARN must be set where phone numbers are hashed');
    return contactRecordCleaner(settings, phoneNumberHasher(await readSecret(aws, phoneHashSecretArn)));
  };
  return async () => {
    known ??= make(collect);
    try {
      return await known;
    } catch (cause) {
      known = undefined;
      throw new KnownError('unavailable', 'The key for phone numbers cannot be read.', { cause });
    }
  };
}

function never(): string {
  throw new Error('No phone number is hashed');
}
