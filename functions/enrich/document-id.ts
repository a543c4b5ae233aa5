import { createHash } from 'node:crypto';

/** 22 characters of base64url are 132 bits: no two documents ever get the same. */
const idCharacters = 22;

/**
 * The id under which a document is stored: the same for every repeat of the same thing, so that a repeat finds the
 * place taken.
 *
 * @param identity what makes the document this one and no other: its kind's `…Identity`
 */
export function documentId(identity: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(identity)).digest('base64url').slice(0, idCharacters);
}
