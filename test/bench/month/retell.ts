import { documentId } from '../../../functions/enrich/document-id.ts';
import { stableId } from '../../../local/organisation.ts';
import { makeCall } from '../../../model/documents/call.ts';
import type { CallParts } from '../../../model/documents/call-parts.ts';
import { indexName, type Rotation } from '../../../model/documents/dated-index.ts';
import { type Dimensions, dimensions as dimensionsSchema } from '../../../model/documents/dimensions.ts';
import type { DatedKind } from '../../../model/documents/kinds.ts';
import { defaultLimits } from '../../../model/quality/limits.ts';
import type { Placed } from '../raw-bulk.ts';
import type { ToldDay } from './told-day.ts';

const times = ['@timestamp', 'receivedAt', 'startedAt', 'endedAt', 'at', 'callStartTime', 'callEndTime'];

/**
 * The documents of a day as if another agent had worked so on another date: a hundredth of the time that making them
 * anew takes. Calls are summarised anew, as their document is a pure function of what is known of them.
 *
 * @param date `YYYY-MM-DD`
 * @param wanted how the indices are named, and of which kinds documents are wanted
 */
export function* retell(
  day: ToldDay,
  dimensions: Dimensions,
  date: string,
  { rotation, kinds }: { readonly rotation: Rotation; readonly kinds: readonly DatedKind[] },
): Generator<Placed> {
  const retelling: Retelling = { dimensions, date, contacts: new Map() };
  const teller = [dimensions.agent, date];
  for (const { kind, id, document } of day.documents) {
    if (!kinds.includes(kind)) continue;
    yield {
      index: indexName(kind, new Date(date), rotation),
      id: documentId([id, ...teller]),
      document: documentAgain(document, retelling),
    };
  }
  for (const { id, parts } of kinds.includes('softphone-calls') ? day.calls : []) {
    yield {
      index: indexName('softphone-calls', new Date(date), rotation),
      id: documentId([id, ...teller]),
      document: makeCall(partsAgain(parts, retelling), defaultLimits),
    };
  }
}

type Retelling = {
  readonly dimensions: Dimensions;
  readonly date: string;
  readonly contacts: Map<string, string>;
};
type Fields = Readonly<Record<string, unknown>>;

function documentAgain(document: object, retelling: Retelling): object {
  const again: Record<string, unknown> = { ...(document as Fields) };
  for (const field of dimensionNames) delete again[field];
  for (const field of times) {
    if (typeof again[field] === 'string') again[field] = moved(again[field], retelling.date);
  }
  if (typeof again.contactId === 'string') again.contactId = contactAgain(again.contactId, retelling);
  return Object.assign(again, retelling.dimensions);
}

const dimensionNames = Object.keys(dimensionsSchema.shape);

function partsAgain(parts: CallParts, retelling: Retelling): CallParts {
  const { date, dimensions } = retelling;
  const { contact, at } = parts.facts;
  const { callStartTime, callEndTime } = parts.report ?? {};
  return {
    ...parts,
    startedAt: moved(parts.startedAt, date),
    stamps: {
      ...parts.stamps,
      '@timestamp': moved(parts.stamps['@timestamp'], date),
      receivedAt: moved(parts.stamps.receivedAt, date),
    },
    facts: {
      at: moved(at, date),
      dimensions,
      contact: { ...contact, contactId: contactAgain(contact.contactId, retelling) },
    },
    events: parts.events.map((event) => ({ ...event, at: moved(event.at, date) })),
    ...(parts.report
      ? {
          report: {
            ...parts.report,
            ...(callStartTime ? { callStartTime: moved(callStartTime, date) } : {}),
            ...(callEndTime ? { callEndTime: moved(callEndTime, date) } : {}),
          },
        }
      : {}),
  };
}

/** All sites work within one day of UTC, so that a whole day of work moves by its date alone. */
function moved(time: string, date: string): string {
  return `${date}${time.slice(date.length)}`;
}

function contactAgain(contactId: string, { contacts, dimensions, date }: Retelling): string {
  const again = contacts.get(contactId) ?? stableId(`${contactId}/${dimensions.agent}/${date}`);
  contacts.set(contactId, again);
  return again;
}
