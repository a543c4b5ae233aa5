import { Link } from 'wouter';
import { setupFailures } from '../../../dashboards/measures/calls.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Explained } from '../layout/Explained.tsx';
import { Panel } from '../layout/Panel.tsx';
import { addressOf, useView } from '../state/use-view.ts';
import { textCell } from '../tables/panel-table.ts';
import { formatCount } from '../words/format-figure.ts';
import { failureName } from '../words/names.ts';
import type { ShownOverview } from './shown-overview.ts';

/** What failed when audio could not be set up. */
export function SetupFailures({ overview }: { readonly overview: ShownOverview }) {
  const [view] = useView();
  const failed = { ...view, chosen: { ...view.chosen, setupFailed: true } };
  const most = Math.max(1, ...overview.setupFailures.map(({ calls }) => calls));
  const table = {
    columns: [{ name: 'What failed' }, { name: 'Calls' }],
    rows: overview.setupFailures.map(({ failure, calls }) => [
      textCell(failureName(failure)),
      { text: formatCount(calls), value: calls, bar: calls / most },
    ]),
  };
  return (
    <Panel
      title={<Explained measure={setupFailures}>Failed set-ups, by what failed</Explained>}
      actions={
        overview.setupFailures.length > 0 && (
          <DownloadPanel title="Failed set-ups by what failed" about={overview} table={table} />
        )
      }
      note={<Link href={addressOf('/calls', failed)}>Show these calls</Link>}
    >
      {overview.setupFailures.length === 0 ? (
        <p className="quiet">No set-up failed in this time.</p>
      ) : (
        <ul className="bars wide">
          {overview.setupFailures.map(({ failure, calls }) => (
            <li key={failure} className="bar-row">
              <span className="name">{failureName(failure)}</span>
              <span className="share">{formatCount(calls)}</span>
              <span className="count">calls</span>
              <span className="bar" aria-hidden="true">
                <i className="poor" style={{ width: `${(100 * calls) / most}%` }} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
