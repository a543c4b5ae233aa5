import Select from '@cloudscape-design/components/select';
import type { CallRow } from '../../../model/query/call-row.ts';
import type { SortField } from '../../../model/query/filters.ts';
import type { CallColumn } from './columns.tsx';

type Props = {
  readonly calls: readonly CallRow[];
  readonly columns: readonly CallColumn[];
  readonly sort: SortField;
  readonly isDescending: boolean;
  readonly onSort: (field: SortField, isDescending: boolean) => void;
};

/** The list of calls where a table has no room: each call's columns below each other. */
export function CallCards({ calls, columns, sort, isDescending, onSort }: Props) {
  const options = columns.flatMap(({ name, sort: field }) =>
    field
      ? [
          { value: `${field}-desc`, label: `${name}, ${field === 'startedAt' ? 'latest' : 'highest'} first` },
          { value: `${field}-asc`, label: `${name}, ${field === 'startedAt' ? 'earliest' : 'lowest'} first` },
        ]
      : [],
  );
  const chosen = `${sort}-${isDescending ? 'desc' : 'asc'}`;
  const [first, ...rest] = columns;
  return (
    <>
      <Select
        selectedOption={options.find(({ value }) => value === chosen) ?? null}
        options={options}
        placeholder="Order"
        ariaLabel="Order of the list"
        onChange={({ detail }) => {
          const [field, order] = (detail.selectedOption.value ?? '').split('-');
          onSort(field as SortField, order === 'desc');
        }}
      />
      <ul className="call-cards" aria-label="List of calls">
        {calls.map((call) => (
          <li key={`${call.contactId} ${call.agent}`}>
            <strong>{first?.show(call)}</strong>
            <dl>
              {rest.map(({ id, name, show }) => (
                <div key={id}>
                  <dt>{name}</dt>
                  <dd>{show(call)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}
