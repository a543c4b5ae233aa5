import { randomInt, randomUUID } from 'node:crypto';
import type { Named } from '../../organisation.ts';
import { Contact, type ContactSpec } from '../calls/contact.ts';
import type { Secrets } from '../calls/secrets.ts';

type Wishes = Pick<ContactSpec, 'waits' | 'lookupFails'> & { readonly queue: Named };

/** A customer who calls; invented, with a secret that a test can recognise. */
export function inboundContact(wishes: Wishes, secrets: Secrets): Contact {
  return new Contact(
    {
      ...wishes,
      contactId: randomUUID(),
      initiationMethod: 'INBOUND',
      // Ofcom keeps these numbers for drama: they reach nobody.
      phoneNumber: `+447700900${String(randomInt(1_000)).padStart(3, '0')}`,
      attributes: { language: 'en-GB', customerNumber: secrets.make('contact-attribute') },
    },
    new Date(),
  );
}

type Next = Pick<ContactSpec, 'initiationMethod'> & Partial<Pick<ContactSpec, 'queue' | 'phoneNumber'>>;

/** The contact that goes on with the same customer from another one; it waits for somebody, where it has a queue. */
export function nextContact({ spec }: Contact, next: Next): Contact {
  const { contactId, initialContactId = contactId, phoneNumber, attributes } = spec;
  return new Contact(
    {
      phoneNumber,
      attributes,
      lookupFails: false,
      ...next,
      contactId: randomUUID(),
      waits: next.queue !== undefined,
      initialContactId,
      previousContactId: contactId,
    },
    new Date(),
  );
}
