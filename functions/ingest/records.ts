import type { CallParts } from '../../model/documents/call-parts.ts';
import type { DocumentPlace } from '../clients/document-store.ts';

/** What a message comes to: documents that are written once, and what it says of calls. */
export type Records = {
  readonly documents: readonly (DocumentPlace & { readonly document: object })[];
  readonly calls: readonly (DocumentPlace & { readonly parts: CallParts })[];
};
