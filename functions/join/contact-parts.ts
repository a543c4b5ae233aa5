import * as z from 'zod';
import { sitedCall, siteToAssume } from '../../model/documents/assumed-site.ts';
import { connectUser, type PhoneType } from '../../model/documents/connect-user.ts';
import { contactDocument } from '../../model/documents/contact.ts';
import { type ContactCall, contactCall, contactCallReport } from '../../model/documents/contact-call.ts';
import { type ContactRecordPart, contactRecordPart } from '../../model/documents/contact-record-part.ts';
import { type Around, agentChange } from '../../model/documents/contact-states.ts';
import { flowStepDocument } from '../../model/documents/flow-step.ts';
import { aroundContact, type ContactParts } from '../../model/documents/join-contact.ts';
import type { ContactSources, StoredCalls, StoredContact } from '../clients/contact-sources.ts';

/** A contact's document as it is stored, and all that it is to be put together of. */
export type StoredWhole = { readonly stored: StoredContact; readonly parts: ContactParts };

type Known = {
  readonly stored: StoredContact;
  readonly record: ContactRecordPart;
  readonly calls: readonly ContactCall[];
  readonly phoneType: PhoneType | undefined;
};

/**
 * Reads all that is stored of some contacts. Their documents first: what is written later, by somebody who has seen more,
 * is then known to be newer.
 *
 * @param contactIds of which those without a record have no document, and are left out
 * @throws KnownError `unavailable`
 */
export async function readContacts(
  contactIds: readonly string[],
  sources: ContactSources,
  deadline: number,
): Promise<readonly StoredWhole[]> {
  const contacts = (await sources.find(contactIds, deadline)).flatMap((stored) => {
    const record = contactRecordPart.safeParse(stored.source).data;
    return record ? [{ stored, record }] : [];
  });
  if (contacts.length === 0) return [];
  const agents = [...new Set(contacts.flatMap(({ record }) => record.agent ?? []))];
  const ids = contacts.map(({ record }) => record.contactId);
  const found = await sources.calls({ contactIds: ids, agents }, deadline);
  const known = contacts.map(({ stored, record }) => knownOf(stored, record, found));
  const wanted = known.map(({ record, calls }) => siteToAssume(record, calls));
  const siteless = wanted.flatMap((its) => its ?? []);
  const [parts, sited] = await Promise.all([
    sources.parts(known.map(around), deadline),
    sources.sitedCalls(siteless, deadline),
  ]);
  const sitedOf = new Map(siteless.map((its, i) => [its, sited[i]]));
  return known.map(({ stored, ...its }, i) => ({
    stored,
    parts: {
      ...its,
      steps: ours(flowStepDocument, parts[i]?.steps),
      agentEvents: ours(agentChange, parts[i]?.agentEvents),
      sitedCalls: ours(sitedCall, wanted[i] && sitedOf.get(wanted[i])),
    },
  }));
}

/** What somebody else put into an index of ours is none of a contact's. */
function ours<Document>(schema: z.ZodType<Document>, found: readonly unknown[] = []): Document[] {
  return found.flatMap((document) => schema.safeParse(document).data ?? []);
}

const around = ({ record, calls }: Known): Around => aroundContact(record, calls);

function knownOf(stored: StoredContact, record: ContactRecordPart, found: StoredCalls): Known {
  const reports = ofContact(found.reports, record);
  const calls = ofContact(found.calls, record).map((call) => {
    const report = contactCallReport.safeParse(reports.find(({ agent }) => agent === call.agent)).data;
    return { ...call, ...(report ? { report } : {}) };
  });
  return {
    stored,
    record,
    calls: ours(contactCall, calls),
    phoneType: phoneTypeOf(stored, record, found.users),
  };
}

const ofCall = z.looseObject({ instanceId: z.string(), contactId: z.string(), agent: z.string() });

function ofContact(documents: readonly unknown[], { instanceId, contactId }: ContactRecordPart) {
  return ours(ofCall, documents).filter(
    (its) => its.instanceId === instanceId && its.contactId === contactId,
  );
}

/** What was known first: who changes the telephone today did not have it then. */
function phoneTypeOf(
  { source }: StoredContact,
  { instanceId, agent }: ContactRecordPart,
  users: readonly unknown[],
): PhoneType | undefined {
  const before = phoneKnown.safeParse(source).data?.agentPhoneType;
  const known = ours(connectUser, users).find(
    (user) => user.username === agent && user.instanceId === instanceId,
  );
  return before ?? known?.phoneType;
}

const phoneKnown = contactDocument.pick({ agentPhoneType: true });
