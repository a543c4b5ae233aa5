import type { ContactsPanel } from '../../../dashboards/panels/panel.ts';
import { type AnswerOf, listedContactFields } from '../../../model/query/page.ts';
import { numberAt } from '../bucket.ts';
import { ignoredBy } from '../conditions.ts';
import { bucketsOfWhole, whole } from './panel-search.ts';
import { type Asked, figureSearch, type Question } from './question.ts';

type Listed = AnswerOf<'contacts'>['contacts'][number];

const most = 25;
/** The newest first; of the same instant, as their ids are ordered. */
const sort = [{ '@timestamp': 'desc' }, { contactId: 'asc' }];

/** The newest contacts, and how many there are. */
export function askContacts({ among }: ContactsPanel, { filters }: Asked): Question {
  const source = { index: 'connect-contacts', among } as const;
  const _source = { includes: listedContactFields };
  const aggs = { newest: { top_hits: { size: most, sort, _source } } };
  return {
    searches: [figureSearch(source, filters, aggs, whole)],
    read: ([answer = {}]) => {
      const [found] = bucketsOfWhole(answer);
      return {
        kind: 'contacts',
        total: numberAt(found ?? {}, 'doc_count') ?? 0,
        contacts: hitsOf(found?.newest).map(({ _source }) => _source),
        ignoredFilters: ignoredBy(source.index, filters),
      };
    },
  };
}

/** What we asked for of documents of our own; the answer's schema looks at it again. */
function hitsOf(newest: unknown): readonly { readonly _source: Listed }[] {
  const { hits } = (newest ?? {}) as {
    readonly hits?: { readonly hits: readonly { readonly _source: Listed }[] };
  };
  return hits?.hits ?? [];
}
