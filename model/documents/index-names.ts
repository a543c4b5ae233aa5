import type { Rotation } from './dated-index.ts';
import type { DatedKind } from './kinds.ts';

/** What a deployment calls its dated indices, and how much time one holds. */
export type IndexNames = {
  readonly rotation: Rotation;
  /** Contacts are few, and asked about over longer times than anything else. */
  readonly contactsRotation?: Rotation;
  /** How the indices of contacts are called in place of their kind; they are found by their kind's name all the same. */
  readonly contactsIndex?: string;
};

/** How the names of a kind's indices begin. */
export function prefixOf(kind: DatedKind, { contactsIndex = kind }: IndexNames): string {
  return kind === 'connect-contacts' ? contactsIndex : kind;
}

/** How much time one index of a kind holds. */
export function rotationOf(
  kind: DatedKind,
  { rotation, contactsRotation = 'monthly' }: IndexNames,
): Rotation {
  return kind === 'connect-contacts' ? contactsRotation : rotation;
}
