import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { RatingMark } from '../layout/RatingMark.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { TableHead } from '../layout/TableHead.tsx';
import type { PanelTable, TableCell } from '../tables/panel-table.ts';

type Props = {
  readonly table: PanelTable;
  readonly label: string;
  readonly heading?: string;
  /** Called with the row that was chosen; without it rows cannot be. */
  readonly onPick?: (row: number) => void;
};

/** A picture's figures as a table, for whoever cannot use the picture. */
export function AsTable({ table, label, heading = 'As a table', onPick }: Props) {
  return (
    <ExpandableSection headerText={heading}>
      <Scroll label={label}>
        <table className="plain">
          <TableHead names={table.columns.map(({ name }) => name)} />
          <tbody>
            {table.rows.map(([first, ...rest], i) => (
              <tr key={[first, ...rest].map((cell) => cell?.value).join(' ')}>
                <th scope="row">
                  {onPick ? (
                    <button type="button" className="plain-link" onClick={() => onPick(i)}>
                      {first?.text}
                    </button>
                  ) : (
                    first?.text
                  )}
                </th>
                {rest.map((cell, column) => (
                  <td key={table.columns[column + 1]?.name ?? ''}>
                    <Cell cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </ExpandableSection>
  );
}

/** A rating that is told in words is told as everywhere; a figure stands as it is, since its picture is above. */
function Cell({ cell: { text, value, rating } }: { readonly cell: TableCell }) {
  return rating && typeof value === 'string' ? <RatingMark rating={rating} text={text} /> : text;
}
