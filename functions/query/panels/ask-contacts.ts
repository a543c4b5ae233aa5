import type { ContactsPanel } from '../../../dashboards/panels/panel.ts';
import { fieldsOfRows } from '../../../model/query/contacts.ts';
import { listedContact } from '../../../model/query/page.ts';
import { numberAt } from '../bucket.ts';
import { ignoredBy } from '../conditions.ts';
import { bucketsOfWhole, whole } from './panel-search.ts';
import { type Asked, figureSearch, type Question } from './question.ts';

const most = 25;
/** The newest first; of the same instant, as their ids are ordered. */
const sort = [{ '@timestamp': 'desc' }, { contactId: 'asc' }];

/** The newest contacts, and how many there are. */
export function askContacts({ among }: ContactsPanel, { filters }: Asked): Question {
  const source = { index: 'connect-contacts', among } as const;
  const _source = { includes: fieldsOfRows(Object.keys(listedContact.shape)) };
  const aggs = { newest: { top_hits: { size: most, sort, _source } } };
  return {
    searches: [figureSearch(source, filters, aggs, whole)],
    read: ([answer = {}]) => {
      const [found] = bucketsOfWhole(answer);
      return {
        kind: 'contacts',
        total: numberAt(found ?? {}, 'doc_count') ?? 0,
        contacts: hitsOf(found?.newest).map(({ _source }) => listedContact.parse(_source)),
        ignoredFilters: ignoredBy(source.index, filters),
      };
    },
  };
}

function hitsOf(newest: unknown): readonly { readonly _source: unknown }[] {
  const { hits } = (newest ?? {}) as {
    readonly hits?: { readonly hits: readonly { readonly _source: unknown }[] };
  };
  return hits?.hits ?? [];
}
