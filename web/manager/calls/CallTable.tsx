import Table, { type TableProps } from '@cloudscape-design/components/table';
import { Link } from 'wouter';
import type { CallRow } from '../../../model/query/call-row.ts';
import type { SortField } from '../../../model/query/filters.ts';
import { RatingMark } from '../layout/RatingMark.tsx';
import { addressOfCall } from '../state/address-of-call.ts';
import { useView } from '../state/use-view.ts';
import { formatValue, notMeasured } from '../words/format-figure.ts';
import { formatDuration, makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { failureName, reasonName } from '../words/names.ts';

const time = makeTimeFormat(viewerZone);
type Column = TableProps.ColumnDefinition<CallRow> & { readonly sortingField?: SortField };

type Props = {
  readonly calls: readonly CallRow[];
  readonly sort: SortField;
  readonly isDescending: boolean;
  readonly onSort: (field: SortField, isDescending: boolean) => void;
};

/** The list of calls; each leads to its own page. */
export function CallTable({ calls, sort, isDescending, onSort }: Props) {
  return (
    <Table
      variant="embedded"
      items={calls}
      trackBy={(call) => `${call.contactId} ${call.agent}`}
      columnDefinitions={columns}
      sortingColumn={columns.find(({ sortingField }) => sortingField === sort) ?? {}}
      sortingDescending={isDescending}
      onSortingChange={({ detail }) => {
        const field = (detail.sortingColumn as Column).sortingField;
        if (field) onSort(field, detail.isDescending ?? false);
      }}
      contentDensity="compact"
      stickyColumns={{ first: 1 }}
      ariaLabels={{ tableLabel: 'List of calls' }}
    />
  );
}

const columns: readonly Column[] = [
  {
    id: 'startedAt',
    header: 'Began',
    sortingField: 'startedAt',
    minWidth: 150,
    isRowHeader: true,
    cell: (call) => <CallLink call={call} />,
  },
  { id: 'rating', header: 'Rating', minWidth: 170, sortingField: 'poorPercent', cell: ratingOf },
  { id: 'agent', header: 'Agent', minWidth: 140, cell: (call) => call.agent },
  { id: 'queue', header: 'Queue', minWidth: 120, cell: (call) => call.contactQueue ?? notMeasured },
  { id: 'site', header: 'Site', minWidth: 90, cell: (call) => call.site ?? notMeasured },
  {
    id: 'mos',
    header: 'MOS',
    minWidth: 80,
    sortingField: 'mos',
    cell: (call) => formatValue('mos', call.mos?.avg),
  },
  {
    id: 'lossToAgent',
    header: 'Loss to agent',
    minWidth: 110,
    sortingField: 'lossToAgent',
    cell: (call) => formatValue('percent', call.toAgent.packetsLostPercent),
  },
  {
    id: 'lossFromAgent',
    header: 'Loss from agent',
    minWidth: 120,
    sortingField: 'lossFromAgent',
    cell: (call) => formatValue('percent', call.fromAgent.packetsLostPercent),
  },
  {
    id: 'roundTripTime',
    header: 'Round trip',
    minWidth: 100,
    sortingField: 'roundTripTime',
    cell: (call) => formatValue('milliseconds', call.fromAgent.roundTripTimeMillis?.avg),
  },
  {
    id: 'jitter',
    header: 'Jitter',
    minWidth: 90,
    sortingField: 'jitter',
    cell: (call) => formatValue('milliseconds', call.toAgent.jitterMillis?.avg),
  },
  {
    id: 'talkSeconds',
    header: 'Talk',
    minWidth: 80,
    sortingField: 'talkSeconds',
    cell: (call) => (call.talkSeconds === undefined ? notMeasured : formatDuration(call.talkSeconds)),
  },
];

function CallLink({ call }: { readonly call: CallRow }) {
  const [view] = useView();
  const when = time.dayAndTime(call.startedAt);
  return (
    <Link href={addressOfCall(call, view)} aria-label={`Call of ${call.agent}, ${when}`}>
      {when}
    </Link>
  );
}

function ratingOf(call: CallRow) {
  const why = call.missed
    ? 'missed'
    : call.failures.length > 0
      ? call.failures.map(failureName).join('; ')
      : call.ratingReasons.map(reasonName).join(', ');
  return (
    <span className="with-reason">
      <RatingMark rating={call.rating} />
      {why && <small>{why}</small>}
    </span>
  );
}
