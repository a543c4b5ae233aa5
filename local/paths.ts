import { dirname, join } from 'node:path';

/** The checkout. */
export const root = dirname(import.meta.dirname);
/** Everything that is made on this machine. */
export const made = join(root, '.local');
