import type { CallParts } from '../../model/documents/call-parts.ts';
import type { DatedKind } from '../../model/documents/kinds.ts';
import type { DocumentPlace } from '../clients/document-store.ts';
import type { About } from '../clients/erasures.ts';

/** A document without its index: of what kind it is, and of when before any correction of clocks. */
export type Dated = { readonly kind: DatedKind; readonly at: Date; readonly id: string };

type Of<Place> = {
  readonly documents: readonly (Place & { readonly document: object })[];
  readonly calls: readonly (Place & { readonly parts: CallParts })[];
};

/** What a message comes to: documents that are written once, and what it says of calls. */
export type DatedRecords = Of<Dated>;
/** The same, each with its index, and with what an erasure is asked about it: as the whole message is. */
export type Records = Of<DocumentPlace & { readonly about: About }>;
