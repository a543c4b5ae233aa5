import type { CallRow } from '../../../model/query/call-row.ts';
import type { SortField } from '../../../model/query/filters.ts';
import { Scroll } from '../layout/Scroll.tsx';
import { SortHeading } from '../layout/SortHeading.tsx';
import type { CallColumn } from './columns.tsx';

type Props = {
  readonly calls: readonly CallRow[];
  readonly columns: readonly CallColumn[];
  readonly sort: SortField;
  readonly isDescending: boolean;
  readonly onSort: (field: SortField, isDescending: boolean) => void;
};

/** The list of calls; each leads to its own page. */
export function CallTable({ calls, columns, sort, isDescending, onSort }: Props) {
  return (
    <Scroll label="Calls">
      <table className="plain calls-table" aria-label="List of calls">
        <thead>
          <tr>
            {columns.map(({ id, name, sort: field }) => {
              if (!field) return <th key={id}>{name}</th>;
              const isSorted = field === sort;
              return (
                <SortHeading
                  key={id}
                  name={name}
                  order={isSorted ? (isDescending ? 'descending' : 'ascending') : undefined}
                  onSort={() => onSort(field, isSorted ? !isDescending : field !== 'mos')}
                />
              );
            })}
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <tr key={`${call.contactId} ${call.agent}`}>
              {columns.map(({ id, show }, i) =>
                i === 0 ? (
                  <th scope="row" key={id}>
                    {show(call)}
                  </th>
                ) : (
                  <td key={id}>{show(call)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
