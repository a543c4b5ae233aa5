import Button from '@cloudscape-design/components/button';
import TextFilter from '@cloudscape-design/components/text-filter';
import { type SortField, sortFields } from '../../../model/query/filters.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Failed, Loading, Nothing } from '../layout/State.tsx';
import { useIsNarrow } from '../layout/use-is-narrow.ts';
import { useTitle } from '../layout/use-title.ts';
import { ViewControls } from '../layout/ViewControls.tsx';
import { type Listing, useCalls } from '../queries/use-calls.ts';
import { viewInstants } from '../queries/use-view-query.ts';
import { useParameter, useView } from '../state/use-view.ts';
import { formatCount } from '../words/format-figure.ts';
import { CallCards } from './CallCards.tsx';
import { CallTable } from './CallTable.tsx';
import { ChooseColumns } from './ChooseColumns.tsx';
import { callColumns } from './columns.tsx';
import { DownloadCalls } from './DownloadCalls.tsx';
import { readColumns, writeColumns } from './shown-columns.ts';
import { tableOfCalls } from './table-of-calls.ts';
import { useSettled } from './use-settled.ts';

const knownColumns = callColumns.map(({ id }) => id);

/** All calls that match, to find one by contact id or agent, or the worst ones. */
export function CallsPage() {
  const [view] = useView();
  const [search, setSearch] = useParameter('search');
  const [sort, setSort] = useParameter('sort');
  const [chosen, setChosen] = useParameter('columns');
  const List = useIsNarrow() ? CallCards : CallTable;
  useTitle('Calls');
  const shown = readColumns(chosen, knownColumns);
  const columns = shown.flatMap((id) => callColumns.filter((column) => column.id === id));
  const settled = useSettled(search ?? '', 300);
  const listing: Listing = { search: settled, ...readSort(sort) };
  const { data, dataUpdatedAt, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useCalls(view, listing);
  const calls = data?.pages.flatMap((page) => page.calls) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  return (
    <div className="page">
      <ViewControls about="softphone-calls" />
      <section className="panel" aria-labelledby="calls-title">
        <div className="panel-head">
          <div>
            <h1 id="calls-title">Calls</h1>
            {data && <p className="note">{total === 1 ? '1 call' : `${formatCount(total)} calls`}</p>}
          </div>
          <div className="panel-actions search">
            <TextFilter
              filteringText={search ?? ''}
              filteringPlaceholder="Contact id or agent begins with …"
              filteringAriaLabel="Find by contact id or agent"
              onChange={({ detail }) => setSearch(detail.filteringText)}
            />
            {total > 0 && <DownloadCalls view={view} listing={listing} total={total} />}
            {calls.length > 0 && (
              <DownloadPanel
                title="Calls"
                about={{ ...viewInstants(view, dataUpdatedAt), view }}
                table={tableOfCalls(calls, columns)}
                withoutFile
              />
            )}
            <ChooseColumns shown={shown} onChoose={(ids) => setChosen(writeColumns(ids))} />
          </div>
        </div>
        {error && <Failed what="the calls" error={error} onRetry={() => void refetch()} />}
        {isPending && <Loading what="the calls" />}
        {data && calls.length === 0 && (
          <Nothing
            title="No calls match."
            hint="A call appears about a minute after it begins. Choose a longer time, or take a filter away."
          />
        )}
        {calls.length > 0 && (
          <List
            calls={calls}
            columns={columns}
            sort={listing.sort}
            isDescending={listing.order === 'desc'}
            onSort={(field, isDescending) => setSort(`${field}-${isDescending ? 'desc' : 'asc'}`)}
          />
        )}
        {hasNextPage && (
          <div className="more">
            <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              Show more
            </Button>
            <span className="note">
              {formatCount(calls.length)} of {formatCount(total)}
            </span>
          </div>
        )}
      </section>
    </div>
  );
}

/** `mos-asc` of the address; the newest first where it says nothing. */
function readSort(text: string | null): Pick<Listing, 'sort' | 'order'> {
  const [field = '', order] = (text ?? '').split('-');
  if (!Object.hasOwn(sortFields, field)) return { sort: 'startedAt', order: 'desc' };
  return { sort: field as SortField, order: order === 'asc' ? 'asc' : 'desc' };
}
