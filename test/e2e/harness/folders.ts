import { join } from 'node:path';

const made = join(import.meta.dirname, '..', '..', '..', '.local', 'test');
/** Everything that the tests' stack keeps: deleting it is always safe. */
export const stackFolder = join(made, 'stack');
/** What pages looked like and said when a test failed. */
export const failuresFolder = join(made, 'failures');
