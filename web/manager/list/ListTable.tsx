import { Scroll } from '../layout/Scroll.tsx';
import { SortHeading } from '../layout/SortHeading.tsx';
import type { Column, Order } from './column.ts';
import type { ListProps } from './list-props.ts';

/** A list as a table; each row leads to its own page. */
export function ListTable<Row, Sort extends string>({
  kind,
  rows,
  columns,
  order,
  onOrder,
}: ListProps<Row, Sort>) {
  return (
    <Scroll label={kind.title}>
      <table className="plain list-table" aria-label={`List of ${kind.many}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.id} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={kind.keyOf(row)}>
              {columns.map(({ id, show }, i) =>
                i === 0 ? (
                  <th scope="row" key={id}>
                    {show(row)}
                  </th>
                ) : (
                  <td key={id}>{show(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

type HeadingProps<Row, Sort extends string> = Pick<ListProps<Row, Sort>, 'order' | 'onOrder'> & {
  readonly column: Column<Row, Sort>;
};

function Heading<Row, Sort extends string>({
  column: { name, sort, lowFirst },
  order: now,
  onOrder,
}: HeadingProps<Row, Sort>) {
  if (!sort) return <th>{name}</th>;
  const isSorted = sort === now.sort;
  const other: Order<Sort>['order'] = now.order === 'desc' ? 'asc' : 'desc';
  return (
    <SortHeading
      name={name}
      order={isSorted ? (now.order === 'desc' ? 'descending' : 'ascending') : undefined}
      onSort={() => onOrder({ sort, order: isSorted ? other : lowFirst ? 'asc' : 'desc' })}
    />
  );
}
