import { useMemo } from 'react';
import type { HeatMapPanel, Panel } from '../../../dashboards/panels/panel.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import { drawHeat } from '../download/heat-picture.ts';
import { Explained } from '../layout/Explained.tsx';
import { tableOfHeatMap } from '../tables/table-of-panel.ts';
import { hourNames, weekdayNames } from '../words/weekdays.ts';
import type { Around } from './around.ts';
import { heatCells } from './heat-cells.ts';
import { PanelShell } from './PanelShell.tsx';

type Props = {
  readonly panel: Panel & HeatMapPanel;
  readonly answer: AnswerOf<'heatMap'>;
  readonly around: Around;
};

/** When in the week: hours across, weekdays down. Each cell says its figure to whoever points at it or hears it. */
export function HeatMap({ panel, answer, around }: Props) {
  const { measure } = panel;
  const rows = useMemo(() => heatCells(measure, answer, around.limits), [measure, answer, around.limits]);
  const isEmpty = answer.restsOn.flat().every((count) => count === 0);
  return (
    <PanelShell
      panel={panel}
      around={around}
      ignoredFilters={answer.ignoredFilters}
      isEmpty={isEmpty}
      table={tableOfHeatMap(panel, answer, around.limits)}
      picture={(palette) => ({ content: drawHeat(rows, palette), legend: [] })}
    >
      <p className="note">
        <Explained measure={measure} />, by hour of your time zone; grey may be chance, or is too few to
        judge.
      </p>
      <table className="heat" aria-label={`${measure.name} by weekday and hour`}>
        <thead>
          <tr>
            <td />
            {hourNames.map((hour) => (
              <th scope="col" key={hour}>
                {Number(hour) % 3 === 0 ? hour : <span className="unseen">{hour}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, d) => (
            <tr key={weekdayNames[d]}>
              <th scope="row">{weekdayNames[d]}</th>
              {cells.map((cell) => (
                <td key={cell.text} title={cell.text}>
                  <i className={`heat-cell ${cell.tone}`} style={{ opacity: cell.strength }} />
                  <span className="unseen">{cell.text}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </PanelShell>
  );
}
