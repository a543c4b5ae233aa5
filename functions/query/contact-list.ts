import {
  type ContactList,
  type ContactsQuery,
  contactCursor,
  contactFilterFields,
  contactRow,
  contactSortFields,
  fieldsOfRows,
} from '../../model/query/contacts.ts';
import { dimensionFields, dimensionsOfContacts } from '../../model/query/dimension.ts';
import type { Ask, Clause, Search } from './ask.ts';
import { firstOf } from './by-nothing.ts';
import { allOf, anyValue, beginsWith, during } from './conditions.ts';

/** Answers `GET /query/contacts`: one page of the contacts that match. */
export async function listContacts(query: ContactsQuery, ask: Ask): Promise<ContactList> {
  const [answer] = await ask([contactsSearch(query)]);
  const hits = answer?.hits.hits ?? [];
  const shown = hits.slice(0, query.size);
  const last = shown[shown.length - 1];
  return {
    total: answer?.hits.total?.value ?? 0,
    contacts: shown.map((hit) => contactRow.parse(hit._source)),
    next:
      hits.length > query.size && last ? contactCursor.parse(last.sort?.slice(firstBy(query).length)) : null,
  };
}

/** The search for one page, and for one contact more, which tells whether there is a next page. */
function contactsSearch(query: ContactsQuery): Search {
  return {
    index: 'connect-contacts-*',
    body: {
      size: query.size + 1,
      track_total_hits: true,
      _source: { includes: fieldsOfRows(Object.keys(contactRow.shape)) },
      query: allOf([
        during(query.from, query.to),
        ...dimensionsOfContacts.flatMap((name) => anyValue(dimensionFields[name], query[name])),
        ...contactFilters.flatMap((name) => anyValue(contactFilterFields[name], query[name])),
        ...lacking(query.lacksStatistics),
        ...beginsWith(['contactId', 'agent'], query.search),
      ]),
      // The id makes the order of contacts with equal figures a fixed one, so that no page skips any.
      sort: [...firstBy(query).map(({ sort }) => sort), sortOf(query), { contactId: { order: 'asc' } }],
      ...(query.after ? { search_after: [...firstBy(query).map(({ value }) => value), ...query.after] } : {}),
    },
  };
}

const firstBy = ({ sort }: ContactsQuery) => firstOf(contactSortFields[sort]);

/** What a contact without the figure has in its place is a number that JSON has not, if it is a whole one. */
function sortOf({ sort, order }: ContactsQuery): Clause {
  const asNumber = sort === 'initiatedAt' ? {} : { numeric_type: 'double' };
  return { [contactSortFields[sort]]: { order, missing: '_last', ...asNumber } };
}

const contactFilters = Object.keys(contactFilterFields) as readonly (keyof typeof contactFilterFields)[];

function lacking(lacks: boolean | undefined): Clause[] {
  if (lacks === undefined) return [];
  const all = allOf([{ term: { expectsStatistics: true } }, { term: { hasStatistics: false } }]);
  return lacks ? [all] : [{ bool: { must_not: [all] } }];
}
