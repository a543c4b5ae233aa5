import {
  type ContactAnswer,
  contactAnswer,
  contactRow,
  contactWindow,
  fieldsOfRows,
} from '../../model/query/contacts.ts';
import type { ManagerView } from '../../model/query/manager-view.ts';
import { KnownError } from '../errors.ts';
import type { Ask, Search } from './ask.ts';
import { allOf } from './conditions.ts';

/** A contact that is handed on more often is a loop. */
const mostRelated = 50;
/** Sixteen hours of both directions. */
const mostWindows = 4000;

type Contact = ContactAnswer['contact'];

/**
 * Answers `GET /query/contacts/{contactId}`: a contact with all that is stored of it, and those before and after it.
 *
 * @throws KnownError `notFound`
 */
export async function oneContact(contactId: string, ask: Ask, view: ManagerView): Promise<ContactAnswer> {
  const [found] = await ask([{ index, body: { size: 1, query: allOf([{ term: { contactId } }]) } }]);
  const source = found?.hits.hits[0]?._source;
  if (source === undefined) {
    throw new KnownError(
      'notFound',
      'No record of this contact is stored; it may be older than the retention.',
    );
  }
  const contact = contactAnswer.shape.contact.parse(source);
  const [related, windows] = await ask([relatedTo(contact), windowsOf(contactId)]);
  const rated = (windows?.hits.hits ?? []).map((hit) => contactWindow.parse(hit._source));
  return seenBy(view, {
    contact,
    related: (related?.hits.hits ?? []).map((hit) => contactRow.parse(hit._source)),
    windows: rated.slice(0, mostWindows),
    windowsCut: rated.length > mostWindows,
  });
}

const index = 'connect-contacts-*';

/** Those that it names, those that name it, and those of the same beginning. */
function relatedTo({ contactId, transfer = {} }: Contact): Search {
  const { initialContactId, previousContactId, nextContactId, relatedContactId } = transfer;
  const named = [initialContactId, previousContactId, nextContactId, relatedContactId];
  const first = [contactId, ...(initialContactId === undefined ? [] : [initialContactId])];
  const should = [
    { terms: { contactId: named.filter((id) => id !== undefined) } },
    { terms: { 'transfer.initialContactId': first } },
    { term: { 'transfer.previousContactId': contactId } },
    { term: { 'transfer.relatedContactId': contactId } },
  ];
  return {
    index,
    body: {
      size: mostRelated,
      _source: { includes: fieldsOfRows(Object.keys(contactRow.shape)) },
      query: {
        bool: {
          filter: [{ bool: { should, minimum_should_match: 1 } }],
          must_not: [{ term: { contactId } }],
        },
      },
      sort: [{ '@timestamp': 'asc' }, { contactId: 'asc' }],
    },
  };
}

/** Only how each sounded: their samples are for the page of a call. */
function windowsOf(contactId: string): Search {
  return {
    index: 'softphone-stream-stats-*',
    body: {
      size: mostWindows + 1,
      _source: { includes: Object.keys(contactWindow.shape) },
      query: allOf([{ term: { contactId } }]),
      sort: [{ startedAt: 'asc' }],
    },
  };
}

/** Whoever is limited to some people sees of a contact nobody else: whom it rang at before is somebody else's business. */
function seenBy({ limits }: ManagerView, answer: ContactAnswer): ContactAnswer {
  const isByPeople = limits?.some((limit) => Object.keys(limit).some((name) => name !== 'queue'));
  if (!isByPeople) return answer;
  const { contact, windows } = answer;
  const { verdict, ...others } = contact;
  const own = ({ agent }: { readonly agent?: string | undefined }) => agent === contact.agent;
  const seen = {
    ...others,
    calls: contact.calls.filter(own),
    states: contact.states.filter(own),
    ...seenVerdict(verdict, own),
  };
  return { ...answer, contact: seen, windows: windows.filter(own) };
}

type Own = (its: { readonly agent?: string | undefined }) => boolean;

function seenVerdict(verdict: Contact['verdict'], own: Own): Pick<Contact, 'verdict' | 'verdictOfOther'> {
  if (!verdict) return {};
  // By the record alone it is about nobody's call.
  return verdict.agent === undefined || own(verdict) ? { verdict } : { verdictOfOther: true };
}
