import { contactRecordEssentials, phoneEndpoints } from '../../model/connect/contact-record.ts';
import type { CollectSettings } from '../../model/settings/collect.ts';
import { allowedBy, isObject, keepFields } from './keep-fields.ts';
import { sayNameless } from './say-nameless.ts';
import { isWantedQueue } from './wanted-queue.ts';

/**
 * Makes what leaves of a contact record what the settings allow. Undefined of a record that is not wanted at all.
 *
 * @param hash makes a phone number into what may be kept of it
 */
export function contactRecordCleaner(
  { queues, contactRecords: { fields, attributes, hashedPhoneNumbers } }: CollectSettings,
  hash: (phoneNumber: string) => string,
): (raw: unknown) => Record<string, unknown> | undefined {
  const allowed = allowedBy([...contactRecordEssentials, ...fields]);
  const allowedAttributes = Object.fromEntries(attributes.map((name) => [name, true as const]));
  return (raw) => {
    if (!isObject(raw) || !isWantedQueue(raw.Queue, queues)) return undefined;
    const kept = keepFields(raw, allowed);
    if ('Queue' in kept) kept.Queue = sayNameless(kept.Queue, fields.includes('Queue.Name'));
    const ofAttributes = keepFields(raw.Attributes, allowedAttributes);
    if (Object.keys(ofAttributes).length > 0) kept.Attributes = ofAttributes;
    for (const endpoint of phoneEndpoints.filter((name) => hashedPhoneNumbers.includes(name))) {
      const { [endpoint]: its } = raw;
      if (!isObject(its) || typeof its.Address !== 'string') continue;
      kept[endpoint] = { ...(kept[endpoint] as object | undefined), Address: hash(its.Address) };
    }
    return kept;
  };
}
