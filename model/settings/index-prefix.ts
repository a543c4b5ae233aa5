import * as z from 'zod';

/**
 * How the names of a kind's indices begin: as OpenSearch takes them, and as nothing else of this product's is called.
 */
export const indexPrefix = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,60}[a-z0-9]$/, 'small letters, digits, - and _')
  .refine(
    (name) => name === 'connect-contacts' || !/^(softphone|connect)-/.test(name),
    'begins with neither softphone- nor connect-',
  );
