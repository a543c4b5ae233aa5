import { judgeFigure } from '../../../dashboards/judge-figure.ts';
import { nowMeasures } from '../../../dashboards/measures/lists.ts';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { Figure } from '../../../model/query/figure.ts';
import type { NowAnswer } from '../../../model/query/now.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Explained } from '../layout/Explained.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { TableHead } from '../layout/TableHead.tsx';
import type { View } from '../state/view.ts';
import { isCount } from '../tables/measure-column.ts';
import { tableOfFigures } from '../tables/table-of-panel.ts';
import { formatFigure, formatRestsOn } from '../words/format-figure.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';

const time = makeTimeFormat(viewerZone);

type Props = { readonly answer: NowAnswer; readonly view: View };

/** Whether the last minutes were as usual: beside the same hour of last week. A quarter of an hour has fewer calls than an hour. */
export function LastMinutes({ answer, view }: Props) {
  const { at, last15, sameHourLastWeek, lastWeek, limits } = answer;
  const table = tableOfFigures({ measures: nowMeasures }, { now: last15, before: sameHourLastWeek }, limits);
  return (
    <Panel
      title="The last 15 minutes"
      note={`Calls that began in them, beside those of the same hour last week: ${time.stretch(lastWeek.from, lastWeek.to)}.`}
      actions={<DownloadPanel title="The last 15 minutes" about={{ from: at, to: at, view }} table={table} />}
    >
      <Scroll label="The last 15 minutes">
        <table className="plain">
          <TableHead names={['Measure', 'Last 15 minutes', 'Same hour last week']} />
          <tbody>
            {nowMeasures.map((measure) => (
              <tr key={measure.id}>
                <th scope="row">
                  <Explained measure={measure} />
                </th>
                <Cell measure={measure} figure={last15[measure.id]} limits={limits} />
                <Cell measure={measure} figure={sameHourLastWeek[measure.id]} limits={limits} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}

type CellProps = {
  readonly measure: Measure;
  readonly figure: Figure | undefined;
  readonly limits: NowAnswer['limits'];
};

function Cell({ measure, figure, limits }: CellProps) {
  return (
    <td>
      <span className={`figure ${measure.limits ? judgeFigure(measure, figure, limits) : ''}`}>
        {formatFigure(measure, figure)}
        {!isCount(measure) && <small>{formatRestsOn(measure, figure)}</small>}
      </span>
    </td>
  );
}
