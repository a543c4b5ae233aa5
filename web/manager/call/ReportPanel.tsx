import type { CallAnswer } from '../../../model/query/call.ts';
import { Panel } from '../layout/Panel.tsx';
import { formatCount, formatValue } from '../words/format-figure.ts';
import { failureName, stageName } from '../words/names.ts';
import { DownloadOfCall } from './DownloadOfCall.tsx';
import { countersOf, shownStages, tableOfReport } from './report-figures.ts';

/** How the audio was set up, as Connect's softphone reports it at the end of a call. */
export function ReportPanel({ answer: { call, report } }: { readonly answer: CallAnswer }) {
  if (!report) {
    return (
      <Panel title="Set-up report">
        <p className="quiet">
          No report arrived. Connect’s softphone gives none for a call that is going on, that leaves without
          after-contact work, or whose page was loaded again.
        </p>
      </Panel>
    );
  }
  const slowest = Math.max(1, ...shownStages.map((stage) => report[stage] ?? 0));
  const counters = countersOf(report);
  return (
    <Panel
      title="Set-up report"
      actions={<DownloadOfCall title="Set-up report" call={call} table={tableOfReport(report)} />}
    >
      {report.failures.length > 0 && (
        <ul className="failures" aria-label="What failed">
          {report.failures.map((failure) => (
            <li key={failure}>{failureName(failure)}</li>
          ))}
        </ul>
      )}
      <ul className="bars stages" aria-label="How long each stage took">
        {shownStages.map((stage) => (
          <li key={stage} className="bar-row">
            <span className="name">{stageName(stage)}</span>
            <span className="share">{formatValue('milliseconds', report[stage])}</span>
            <span className="bar" aria-hidden="true">
              <i style={{ width: `${(100 * (report[stage] ?? 0)) / slowest}%` }} />
            </span>
          </li>
        ))}
      </ul>
      <dl className="pairs">
        {counters.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
