import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Everything that is made on this machine; deleting it is always safe. */
export const made = join(root, '.local');
export const logs = join(made, 'logs');
