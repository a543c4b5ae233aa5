import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { average, measured } from '../../../model/quality/statistics.ts';
import type { CallWindow } from '../../../model/query/call.ts';
import { RatingMark } from '../layout/RatingMark.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { formatValue, notMeasured } from '../words/format-figure.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { reasonName } from '../words/names.ts';

const time = makeTimeFormat(viewerZone);

/** The windows' figures, for whoever cannot use the picture or wants the numbers. */
export function WindowsAsTable({ windows }: { readonly windows: readonly CallWindow[] }) {
  return (
    <ExpandableSection headerText="As a table, every 30 seconds">
      <Scroll label="The windows of this direction">
        <table className="plain">
          <thead>
            <tr>
              {['From', 'Seconds', 'Rating', 'MOS', 'Loss', 'Round trip', 'Jitter', 'Silent'].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {windows.map((window) => (
              <Row key={window.startedAt} window={window} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </ExpandableSection>
  );
}

function Row({ window }: { readonly window: CallWindow }) {
  const mean = (values: readonly (number | null)[]) => formatValue('milliseconds', average(measured(values)));
  return (
    <tr>
      <th scope="row">{time.second(window.startedAt)}</th>
      <td>{window.windowSeconds}</td>
      <td>
        <RatingMark rating={window.rating} /> {window.ratingReasons.map(reasonName).join(', ')}
      </td>
      <td>{formatValue('mos', window.mos?.avg)}</td>
      <td>{formatValue('percent', window.packetsLostPercent)}</td>
      <td>{mean(window.samples.roundTripTimeMillis)}</td>
      <td>{mean(window.samples.jitterMillis)}</td>
      <td>{window.silentSeconds === undefined ? notMeasured : `${window.silentSeconds} s`}</td>
    </tr>
  );
}
