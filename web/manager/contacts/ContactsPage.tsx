import { contactList } from '../../../model/query/contacts.ts';
import { useTitle } from '../layout/use-title.ts';
import { ListPanel } from '../list/ListPanel.tsx';
import { refreshOf, viewInstants } from '../queries/use-view-query.ts';
import { writeRange } from '../state/range.ts';
import { useContactFilters } from '../state/use-contact-filters.ts';
import { filterName, filterValueName } from '../words/filter-words.ts';
import { useSplitNames } from '../words/split-names.ts';
import { ContactControls } from './ContactControls.tsx';
import { chosenValues, contactParameters } from './chosen-values.ts';
import { contactsList } from './contacts-list.ts';

const pageOfContacts = contactList.transform(({ contacts, ...page }) => ({ ...page, rows: contacts }));

/** All contacts that match, be there statistics of a softphone or not. */
export function ContactsPage() {
  const [chosen] = useContactFilters();
  const { view } = chosen;
  const names = useSplitNames();
  useTitle('Contacts');
  const narrowed = contactParameters(chosen);
  const inWords = [...chosenValues(chosen)]
    .filter(([, values]) => values.length > 0)
    .map(
      ([name, values]) =>
        `${filterName(name, names)}: ${values.map((value) => filterValueName(name, value)).join(', ')}`,
    );
  return (
    <div className="page">
      <ContactControls />
      <ListPanel
        kind={contactsList}
        about={(at) => ({ ...viewInstants(view, at), view, filters: inWords })}
        source={{
          path: 'contacts',
          schema: pageOfContacts,
          parameters: (now) => new URLSearchParams([...Object.entries(viewInstants(view, now)), ...narrowed]),
          key: [new URLSearchParams([...writeRange(view.range), ...narrowed]).toString()],
          refetchInterval: refreshOf(view),
        }}
      />
    </div>
  );
}
