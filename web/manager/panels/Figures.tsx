import { judgeFigure } from '../../../dashboards/judge-figure.ts';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { FiguresPanel, Panel } from '../../../dashboards/panels/panel.ts';
import type { Figure } from '../../../model/query/figure.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import { Explained } from '../layout/Explained.tsx';
import { isCount } from '../tables/measure-column.ts';
import { tableOfFigures } from '../tables/table-of-panel.ts';
import { formatFigure, formatRestsOn } from '../words/format-figure.ts';
import type { Around } from './around.ts';
import { ChangeNote } from './ChangeNote.tsx';
import { PanelShell } from './PanelShell.tsx';

type Props = {
  readonly panel: Panel & FiguresPanel;
  readonly answer: AnswerOf<'figures'>;
  readonly around: Around;
};

/** The whole range in a few figures, each with what it rests on and how it moved since the period before. */
export function Figures({ panel, answer: { now, before, ignoredFilters }, around }: Props) {
  return (
    <PanelShell
      panel={panel}
      around={around}
      ignoredFilters={ignoredFilters}
      isEmpty={panel.measures.every(({ id }) => (now[id]?.restsOn ?? 0) === 0)}
      table={tableOfFigures(panel, { now, before }, around.limits)}
    >
      <dl className="figures">
        {panel.measures.map((measure) => (
          <Tile
            key={measure.id}
            measure={measure}
            now={now[measure.id]}
            before={before[measure.id]}
            around={around}
          />
        ))}
      </dl>
    </PanelShell>
  );
}

type TileProps = {
  readonly measure: Measure;
  readonly now: Figure | undefined;
  readonly before: Figure | undefined;
  readonly around: Around;
};

function Tile({ measure, now, before, around }: TileProps) {
  const tooFew = (now?.restsOn ?? 0) < measure.minimumCount;
  return (
    <div className="tile">
      <dt>
        <Explained measure={measure} />
      </dt>
      <dd className={`value ${judgeFigure(measure, now, around.limits)}`}>{formatFigure(measure, now)}</dd>
      <dd className="note">
        {!isCount(measure) && <span>{formatRestsOn(measure, now)}</span>}
        {measure.limits && tooFew && <span>too few to judge</span>}
        <ChangeNote measure={measure} now={now} before={before} />
      </dd>
    </div>
  );
}
