import { createHash } from 'node:crypto';

/** An id that is always the same, in a UUID's form. */
export function uuidOf(...subject: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(subject.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
