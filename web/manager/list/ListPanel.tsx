import Button from '@cloudscape-design/components/button';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useId } from 'react';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Failed, Loading, Nothing } from '../layout/State.tsx';
import { useIsNarrow } from '../layout/use-is-narrow.ts';
import type { About } from '../panels/around.ts';
import { type Rows, useRows, withListing } from '../queries/use-rows.ts';
import { useParameter } from '../state/use-view.ts';
import { formatCount } from '../words/format-figure.ts';
import { useSplitNames } from '../words/split-names.ts';
import { ChooseColumns } from './ChooseColumns.tsx';
import type { ListKind } from './column.ts';
import { DownloadList } from './DownloadList.tsx';
import { ListCards } from './ListCards.tsx';
import { ListTable } from './ListTable.tsx';
import { nameLevels } from './name-levels.ts';
import { readOrder, writeOrder } from './order.ts';
import { readColumns, writeColumns } from './shown-columns.ts';
import { tableOfList } from './table-of-list.ts';
import { useSettled } from './use-settled.ts';

type Props<Row, Sort extends string> = {
  readonly kind: ListKind<Row, Sort>;
  /** What is narrowed to the view; the list's own search and order come on top. */
  readonly source: Rows<Row>;
  /** Of when and of what the list is, as it was asked at a moment. */
  readonly about: (at: number) => About;
};

/** All things of a kind that match: to find one by contact id or agent, or the worst ones. */
export function ListPanel<Row, Sort extends string>({ kind, source, about }: Props<Row, Sort>) {
  const [search, setSearch] = useParameter('search');
  const [sorted, setSorted] = useParameter('sort');
  const [chosen, setChosen] = useParameter('columns');
  const heading = useId();
  const List = useIsNarrow() ? ListCards : ListTable;
  const shown = readColumns(chosen, kind);
  const all = nameLevels(kind.columns, useSplitNames());
  const columns = shown.flatMap((id) => all.filter((column) => column.id === id));
  const listing = { search: useSettled(search ?? '', 300), ...readOrder(sorted, kind) };
  const listed: Rows<Row> = {
    ...source,
    parameters: (now) => withListing(source.parameters(now), listing),
    key: [...source.key, listing.search, writeOrder(listing)],
  };
  const { data, dataUpdatedAt, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useRows(listed);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <div>
          <h1 id={heading}>{kind.title}</h1>
          {data && (
            <p className="note">{total === 1 ? `1 ${kind.one}` : `${formatCount(total)} ${kind.many}`}</p>
          )}
        </div>
        <div className="panel-actions search">
          <TextFilter
            filteringText={search ?? ''}
            filteringPlaceholder="Contact id or agent begins with …"
            filteringAriaLabel="Find by contact id or agent"
            onChange={({ detail }) => setSearch(detail.filteringText)}
          />
          {total > 0 && <DownloadList source={listed} columns={all} total={total} />}
          {rows.length > 0 && (
            <DownloadPanel
              title={kind.title}
              about={about(dataUpdatedAt)}
              table={tableOfList(rows, columns)}
              withoutFile
            />
          )}
          <ChooseColumns columns={all} shown={shown} onChoose={(ids) => setChosen(writeColumns(ids, kind))} />
        </div>
      </div>
      {error && <Failed what={`the ${kind.many}`} error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what={`the ${kind.many}`} />}
      {data && rows.length === 0 && <Nothing title={`No ${kind.many} match.`} hint={kind.nothingHint} />}
      {rows.length > 0 && (
        <List
          kind={kind}
          rows={rows}
          columns={columns}
          order={listing}
          onOrder={(order) => setSorted(writeOrder(order))}
        />
      )}
      {hasNextPage && (
        <div className="more">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
          <span className="note">
            {formatCount(rows.length)} of {formatCount(total)}
          </span>
        </div>
      )}
    </section>
  );
}
