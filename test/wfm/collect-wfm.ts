import { makeExampleCollector } from '../../functions/collect/example-collector.ts';
import { agentEvent } from '../../model/connect/agent-event.ts';
import { contactRecord } from '../../model/connect/contact-record.ts';
import { makeAgentEvent } from '../../model/documents/agent-event.ts';
import type { ContactRecordPart } from '../../model/documents/contact-record-part.ts';
import { agentChange } from '../../model/documents/contact-states.ts';
import { makeContactRecordPart } from '../../model/documents/make-contact-record-part.ts';
import { newestPart } from '../../model/documents/newest-record.ts';
import type { WfmSources } from '../../model/wfm/files.ts';
import { wfmContact } from '../../model/wfm/wfm-contact.ts';

/** What the collectors store of raw records and events, by where. Throws Error where some of it was set aside. */
export async function storedOf(records: readonly unknown[], events: readonly unknown[], now: number) {
  const collector = makeExampleCollector();
  Object.assign(collector.deps, { now: () => now });
  await collector.records(records);
  await collector.events(events);
  if (collector.setAside.length > 0) throw new Error(JSON.stringify(collector.setAside[0]));
  return [...collector.documents()];
}

/** The same, as the files' makers read it. */
export async function sourcesOf(
  records: readonly unknown[],
  events: readonly unknown[],
  now: number,
): Promise<WfmSources> {
  const stored = await storedOf(records, events, now);
  const of = (kind: string) => stored.flatMap(([place, its]) => (place.startsWith(kind) ? [its] : []));
  return {
    contacts: of('connect-contacts-').map((its) => wfmContact.parse(its)),
    events: of('connect-agent-events-').map((its) => agentChange.parse(its)),
  };
}

/** The same of so many that a store in memory would take minutes: parsed as the collectors do it, and of each contact the newest. */
export function sourcesOfMany(
  records: readonly unknown[],
  events: readonly unknown[],
  now: number,
): WfmSources {
  const contacts = new Map<string, ContactRecordPart>();
  for (const raw of records) {
    const part = makeContactRecordPart(contactRecord.parse(raw), new Date(now));
    contacts.set(part.contactId, newestPart(part, contacts.get(part.contactId) ?? part));
  }
  return {
    contacts: [...contacts.values()],
    events: events.map((raw) => makeAgentEvent(agentEvent.parse(raw), new Date(now))),
  };
}
