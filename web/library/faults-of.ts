import type * as z from 'zod/mini';

/** All that is wrong with what was given, in one line: each fault with where it is, and of an unknown name which there are. */
export function faultsOf(error: z.core.$ZodError, schema?: { readonly shape: object }): string {
  return error.issues
    .map((issue) => {
      const where = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
      if (issue.code !== 'unrecognized_keys') return `${where}${issue.message}`;
      const known =
        schema && issue.path.length === 0 ? ` There are ${Object.keys(schema.shape).join(', ')}.` : '';
      return `${where}There is no option ${issue.keys.join(', ')}.${known}`;
    })
    .join(' ');
}
