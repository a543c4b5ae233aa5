import Select from '@cloudscape-design/components/select';
import type { Column } from './column.ts';
import type { ListProps } from './list-props.ts';
import { writeOrder } from './order.ts';

/** A list where a table has no room: each row's columns below each other. */
export function ListCards<Row, Sort extends string>({
  kind,
  rows,
  columns,
  order,
  onOrder,
}: ListProps<Row, Sort>) {
  const offered = columns.flatMap(ordersOf);
  const options = offered.map(({ label, order: its }) => ({ label, value: writeOrder(its) }));
  const [first, ...rest] = columns;
  return (
    <>
      <Select
        selectedOption={options.find(({ value }) => value === writeOrder(order)) ?? null}
        options={options}
        placeholder="Order"
        ariaLabel="Order of the list"
        onChange={({ detail }) => {
          const chosen = offered.find(({ order: its }) => writeOrder(its) === detail.selectedOption.value);
          if (chosen) onOrder(chosen.order);
        }}
      />
      <ul className="list-cards" aria-label={`List of ${kind.many}`}>
        {rows.map((row) => (
          <li key={kind.keyOf(row)}>
            <strong>{first?.show(row)}</strong>
            <dl>
              {rest.map(({ id, name, show }) => (
                <div key={id}>
                  <dt>{name}</dt>
                  <dd>{show(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

function ordersOf<Row, Sort extends string>({ name, sort, isTime }: Column<Row, Sort>) {
  if (!sort) return [];
  const [down, up] = isTime ? ['latest', 'earliest'] : ['highest', 'lowest'];
  return [
    { label: `${name}, ${down} first`, order: { sort, order: 'desc' as const } },
    { label: `${name}, ${up} first`, order: { sort, order: 'asc' as const } },
  ];
}
