import type { FiguresPanel, Panel } from '../../../dashboards/panels/panel.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import { drawWaterfall } from '../download/waterfall-picture.ts';
import { Explained } from '../layout/Explained.tsx';
import { tableOfFigures } from '../tables/table-of-panel.ts';
import { formatCount, formatValue } from '../words/format-figure.ts';
import type { Around } from './around.ts';
import { ChangeNote } from './ChangeNote.tsx';
import { PanelShell } from './PanelShell.tsx';
import { waterfallStages } from './waterfall-stages.ts';

type Props = {
  readonly panel: Panel & FiguresPanel;
  readonly answer: AnswerOf<'figures'>;
  readonly around: Around;
};

/** How a call is set up, stage after stage: the thick bar is what half of the calls took, the thin one what 95 % took at most. */
export function Waterfall({ panel, answer: { now, before, ignoredFilters }, around }: Props) {
  const stages = waterfallStages(now);
  const whole = Math.max(
    1,
    ...stages.map(({ begins, median, slow }) => begins + Math.max(median?.value ?? 0, slow?.value ?? 0)),
  );
  const percent = (millis: number) => `${(100 * millis) / whole}%`;
  return (
    <PanelShell
      panel={panel}
      around={around}
      ignoredFilters={ignoredFilters}
      isEmpty={stages.every(({ median }) => (median?.restsOn ?? 0) === 0)}
      table={tableOfFigures(panel, { now, before }, around.limits)}
      picture={(palette) => ({ content: drawWaterfall(stages, whole, palette), legend: [] })}
    >
      <ol className="waterfall">
        {stages.map(({ measure, name, begins, median, slow }) => (
          <li key={measure.id}>
            <span className="name">
              <Explained measure={measure}>{name}</Explained>
            </span>
            <span className="times">
              {formatValue('milliseconds', median?.value)}
              <small>
                95 % within {formatValue('milliseconds', slow?.value)}, {formatCount(median?.restsOn ?? 0)}{' '}
                calls
              </small>
              <ChangeNote measure={measure} now={median} before={before[measure.id]} />
            </span>
            <span className="track" aria-hidden="true">
              <i className="slow" style={{ left: percent(begins), width: percent(slow?.value ?? 0) }} />
              <i style={{ left: percent(begins), width: percent(median?.value ?? 0) }} />
            </span>
          </li>
        ))}
      </ol>
    </PanelShell>
  );
}
