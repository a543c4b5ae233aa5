import { contactRecordMapping } from './contact-record-part.ts';
import type { Properties } from './mapping.ts';

/** What the fields of a contact's document are: `connect-contacts-*`, one document for each contact. */
export const contactMapping: Properties = { ...contactRecordMapping };
