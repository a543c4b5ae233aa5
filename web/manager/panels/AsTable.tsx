import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { Scroll } from '../layout/Scroll.tsx';
import type { PanelTable } from '../tables/panel-table.ts';

type Props = {
  readonly table: PanelTable;
  readonly label: string;
  /** Called with the row that was chosen; without it rows cannot be. */
  readonly onPick?: (row: number) => void;
};

/** A picture's figures as a table, for whoever cannot use the picture. */
export function AsTable({ table, label, onPick }: Props) {
  return (
    <ExpandableSection headerText="As a table">
      <Scroll label={label}>
        <table className="plain">
          <thead>
            <tr>
              {table.columns.map(({ name }) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([first, ...rest], i) => (
              <tr key={first?.value ?? ''}>
                <th scope="row">
                  {onPick ? (
                    <button type="button" className="plain-link" onClick={() => onPick(i)}>
                      {first?.text}
                    </button>
                  ) : (
                    first?.text
                  )}
                </th>
                {rest.map(({ text }, column) => (
                  <td key={table.columns[column + 1]?.name ?? ''}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </ExpandableSection>
  );
}
