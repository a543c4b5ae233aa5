import type { ReactNode } from 'react';

type Props = {
  readonly name: string;
  /** How the column is sorted now; absent where another one is. */
  readonly order: 'ascending' | 'descending' | undefined;
  readonly onSort: () => void;
  /** Instead of the plain name. */
  readonly children?: ReactNode;
};

/** A column's heading with a button that sorts by it. */
export function SortHeading({ name, order, onSort, children }: Props) {
  const arrow = order === undefined ? '↕' : order === 'descending' ? '▼' : '▲';
  return (
    <th scope="col" aria-sort={order}>
      <span className="sortable">
        {children ?? name}
        <button type="button" aria-label={`Sort by ${name}`} onClick={onSort}>
          {arrow}
        </button>
      </span>
    </th>
  );
}
