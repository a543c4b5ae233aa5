import { judgeFigure } from '../../../dashboards/judge-figure.ts';
import {
  jitterFromAgent,
  jitterToAgent,
  lossFromAgent,
  lossToAgent,
  mosFromAgent,
  mosToAgent,
  roundTripFromAgent,
  roundTripToAgent,
} from '../../../dashboards/measures/audio.ts';
import { calls, missedCalls, poorCalls, setupFailures } from '../../../dashboards/measures/calls.ts';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Explained } from '../layout/Explained.tsx';
import { RatingMark } from '../layout/RatingMark.tsx';
import { ChangeNote } from '../panels/ChangeNote.tsx';
import { tableOfFigures } from '../tables/table-of-panel.ts';
import { formatFigure, formatRestsOn } from '../words/format-figure.ts';
import type { ShownOverview } from './shown-overview.ts';

const tiles = [calls, poorCalls, missedCalls, setupFailures];
const byDirection: readonly { name: string; to: Measure; from: Measure }[] = [
  { name: 'MOS', to: mosToAgent, from: mosFromAgent },
  { name: 'Loss', to: lossToAgent, from: lossFromAgent },
  { name: 'Jitter', to: jitterToAgent, from: jitterFromAgent },
  { name: 'Round trip', to: roundTripToAgent, from: roundTripFromAgent },
];

const measures = [...tiles, ...byDirection.flatMap(({ to, from }) => [to, from])];

/** The figures of all calls together. */
export function KeyFigures({ overview }: { readonly overview: ShownOverview }) {
  return (
    <div className="key-figures">
      {tiles.map((measure) => (
        <Tile key={measure.id} measure={measure} overview={overview} />
      ))}
      <section className="panel directions" aria-label="How calls sounded, by direction">
        <table>
          <thead>
            <tr>
              <td>
                <DownloadPanel
                  title="Key figures"
                  about={overview}
                  table={tableOfFigures(
                    { measures },
                    { now: overview.totals, before: overview.before },
                    overview.limits,
                  )}
                />
              </td>
              <th scope="col">To the agent</th>
              <th scope="col">From the agent</th>
            </tr>
          </thead>
          <tbody>
            {byDirection.map(({ name, to, from }) => (
              <tr key={name}>
                <th scope="row">
                  <Explained measure={to}>{name}</Explained>
                </th>
                <Judged measure={to} overview={overview} />
                <Judged measure={from} overview={overview} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

type FigureProps = { readonly measure: Measure; readonly overview: ShownOverview };

function Tile({ measure, overview }: FigureProps) {
  const figure = overview.totals[measure.id];
  return (
    <section className="panel tile" aria-label={measure.name}>
      <h2>
        <Explained measure={measure} />
      </h2>
      <p className={`value ${judgeFigure(measure, figure, overview.limits)}`}>
        {formatFigure(measure, figure)}
      </p>
      <p className="note">
        {measure.formula.kind === 'count' ? '' : formatRestsOn(measure, figure)}
        <ChangeNote measure={measure} now={figure} before={overview.before[measure.id]} />
      </p>
    </section>
  );
}

function Judged({ measure, overview }: FigureProps) {
  const figure = overview.totals[measure.id];
  return (
    <td>
      <RatingMark
        rating={judgeFigure(measure, figure, overview.limits)}
        text={formatFigure(measure, figure)}
      />
    </td>
  );
}
