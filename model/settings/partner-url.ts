import * as z from 'zod';

/** Names that mean this machine or this network, and not a partner: RFC 6761, RFC 6762, RFC 8375, ICANN's `internal`. */
const innerNames = 'localhost|local|localdomain|internal|intranet|lan|home|corp|home\\.arpa';
/** A name of several labels. The last of a name is no number; so none of this is an address, however it is written. */
const publicName = new RegExp(
  `^(?!(.*\\.)?(${innerNames})\\.?$)([a-z0-9_-]+\\.)+(?!\\d+\\.?$)[a-z0-9-]+\\.?$`,
);

/** Of what stands before the host, and what a URL may be broken up by. */
const isPlain = (text: string) => !/[\s\\#]|^[^/]*\/\/[^/?]*@/.test(text);

/**
 * Where a partner takes what is sent: TLS only, and by a public name. An address could be any machine of the network that
 * the functions are in; one behind a name would need a certificate for that name.
 */
export const partnerUrl = z
  .url({
    protocol: /^https$/,
    hostname: publicName,
    error: 'must begin with https:// and name a host that all of the internet knows',
  })
  .max(1000)
  .refine(isPlain, 'must have no user name, password or fragment: the key is a secret of its own');

/** On a developer's machine also this machine itself, without TLS. */
export const localPartnerUrl = z.union([
  partnerUrl,
  z.url({ protocol: /^http$/, hostname: /^(127\.0\.0\.1|localhost|\[::1\])$/ }).refine(isPlain),
]);

/** Those that mean something of their own. */
const takenHeaders = [
  'host',
  'content-type',
  'content-length',
  'connection',
  'idempotency-key',
  'te',
  'upgrade',
];

/** In which header the key is sent; `authorization` has it as a bearer token. */
export const keyHeader = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,60}$/, 'must be a header’s name in small letters')
  .refine((name) => !takenHeaders.includes(name), 'is a header that means something else')
  .default('x-api-key');
