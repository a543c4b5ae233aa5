import Table, { type TableProps } from '@cloudscape-design/components/table';
import { Link } from 'wouter';
import { addressOfAlert } from '../../../dashboards/alerts/address-of-alert.ts';
import { clearingWords, readingWords, subjectOf } from '../../../dashboards/alerts/alert-words.ts';
import type { SplitNames } from '../../../dashboards/split-names.ts';
import type { Alert } from '../../../model/alerts/alert.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Panel } from '../layout/Panel.tsx';
import { RangePicker } from '../layout/RangePicker.tsx';
import { RatingMark } from '../layout/RatingMark.tsx';
import { Failed, Loading, Nothing } from '../layout/State.tsx';
import { useAlerts } from '../queries/use-alerts.ts';
import { viewInstants } from '../queries/use-view-query.ts';
import { useView } from '../state/use-view.ts';
import { everything } from '../state/view.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { useSplitNames } from '../words/split-names.ts';
import { lastedWords } from './lasted-words.ts';
import { tableOfAlerts } from './table-of-alerts.ts';
import { toldWords } from './told-words.ts';

const time = makeTimeFormat(viewerZone);

/** What was raised at some time of the range. */
export function AlertHistory() {
  const [view, setView] = useView();
  const names = useSplitNames();
  const { data, dataUpdatedAt, error, isPending, refetch } = useAlerts(view.range);
  return (
    <Panel
      title="History"
      note={data?.more ? 'These are the newest; choose a shorter time to see the others.' : undefined}
      actions={
        <>
          <RangePicker range={view.range} onChange={(range) => setView({ ...view, range })} />
          {data && data.alerts.length > 0 && (
            <DownloadPanel
              title="Alerts"
              about={{ ...viewInstants(view, dataUpdatedAt), view: { ...everything, range: view.range } }}
              table={tableOfAlerts(data.alerts, names)}
            />
          )}
        </>
      }
    >
      {error && <Failed what="the alerts" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="the alerts" />}
      {data?.alerts.length === 0 && (
        <Nothing title="Nothing was raised." hint="Choose a longer time, or look at what the rules watch." />
      )}
      {data && data.alerts.length > 0 && (
        <Table
          variant="embedded"
          items={data.alerts}
          trackBy="id"
          columnDefinitions={columnsWith(names)}
          contentDensity="compact"
          wrapLines
          stickyColumns={{ first: 1 }}
          ariaLabels={{ tableLabel: 'Alerts' }}
        />
      )}
    </Panel>
  );
}

const columnsWith = (names: SplitNames): readonly TableProps.ColumnDefinition<Alert>[] => [
  {
    id: 'raised',
    header: 'Raised',
    minWidth: 140,
    isRowHeader: true,
    cell: (alert) => (
      <Link
        href={addressOfAlert(alert)}
        aria-label={`Show ${subjectOf(alert, names)}, ${time.dayAndTime(alert.raisedAt)}`}
      >
        {time.dayAndTime(alert.raisedAt)}
      </Link>
    ),
  },
  {
    id: 'severity',
    header: 'Severity',
    minWidth: 104,
    cell: ({ rule }) => (
      <RatingMark
        rating={rule.severity === 'critical' ? 'poor' : 'fair'}
        text={rule.severity === 'critical' ? 'Critical' : 'Warning'}
      />
    ),
  },
  { id: 'rule', header: 'Rule', minWidth: 120, cell: ({ rule }) => rule.name },
  { id: 'subject', header: 'About', minWidth: 120, cell: (alert) => subjectOf(alert, names) },
  { id: 'worst', header: 'At worst', minWidth: 140, cell: ({ rule, worst }) => readingWords(rule, worst) },
  { id: 'lasted', header: 'Lasted', minWidth: 76, cell: lastedWords },
  {
    id: 'why',
    header: 'Over because',
    minWidth: 150,
    cell: ({ rule, because }) => (because ? clearingWords(rule, because) : 'It is still raised'),
  },
  {
    id: 'told',
    header: 'Told',
    minWidth: 150,
    cell: (alert) => toldWords(alert).map((line) => <div key={line}>{line}</div>),
  },
];
