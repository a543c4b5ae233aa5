import type * as z from 'zod';
import { KnownError } from '../errors.ts';
import { faultsOf } from './faults.ts';

/**
 * Reads what a function that is invoked directly was given.
 *
 * @throws KnownError `invalid` that names the fields which are wrong, and none of their values: it is logged, and told
 *   to whoever invoked the function
 */
export function readInvocation<Schema extends z.ZodType>(schema: Schema, event: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(event);
  if (parsed.success) return parsed.data;
  const faults = faultsOf(parsed.error);
  const fields = [...new Set(faults.map(({ path }) => path))].join(', ');
  throw new KnownError('invalid', `What the function was invoked with is wrong at ${fields}.`, { faults });
}
