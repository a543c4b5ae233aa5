import ExpandableSection from '@cloudscape-design/components/expandable-section';
import type { OverTime } from '../charts/over-time-option.ts';

type Props = { readonly data: OverTime; readonly onPick: (column: number) => void };

/** A picture's figures as a table, for whoever cannot use the picture. */
export function ColumnsAsTable({ data, onPick }: Props) {
  return (
    <ExpandableSection headerText="As a table">
      <div className="scroll">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">{data.name}</th>
              <th scope="col">{data.volumeName}</th>
            </tr>
          </thead>
          <tbody>
            {data.times.map((from, i) => (
              <tr key={from}>
                <th scope="row">
                  <button type="button" className="plain-link" onClick={() => onPick(i)}>
                    {data.formatTime(from, data.times[i + 1] ?? data.end)}
                  </button>
                </th>
                <td>{data.format(data.values[i] ?? null)}</td>
                <td>{data.volumes[i] ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ExpandableSection>
  );
}
