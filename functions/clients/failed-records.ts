import type { DocumentPlace } from './document-store.ts';

/** A document that can never be stored as it is, and why. It is as clean as any that is stored. */
export type FailedRecord = DocumentPlace & { readonly document: object; readonly reason: string };

/** Where such records are kept until somebody has looked at them. Throws when they cannot be put there. */
export type FailedRecords = { readonly keep: (records: readonly FailedRecord[]) => Promise<void> };
