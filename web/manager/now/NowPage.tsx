import { FilterBar } from '../layout/FilterBar.tsx';
import { Failed, Loading } from '../layout/State.tsx';
import { useTitle } from '../layout/use-title.ts';
import { nowRefreshMillis, useNow } from '../queries/use-now.ts';
import { useView } from '../state/use-view.ts';
import { formatCount } from '../words/format-figure.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { CallsNow } from './CallsNow.tsx';
import { LastMinutes } from './LastMinutes.tsx';

const time = makeTimeFormat(viewerZone);

/** Who is on a call now and how it sounds, and whether the last minutes were as usual. */
export function NowPage() {
  const [view, setView] = useView();
  const { data, error, isPending, isPlaceholderData, refetch } = useNow(view.chosen);
  useTitle('Now');
  return (
    <div className="page" aria-busy={isPlaceholderData}>
      <div className="controls">
        <FilterBar view={view} onChange={(chosen) => setView({ ...view, chosen })} />
      </div>
      <div className="page-title">
        <h1>{data ? headline(data.calls.length, data.more) : 'Now'}</h1>
        <p className="note">
          How each call sounds at the moment, the worst first. A call is here from its first half minute until
          it ends.
        </p>
        {data && (
          <p className="note">
            As of {time.second(data.at)} ({viewerZone}), again every {nowRefreshMillis / 1000} seconds.
          </p>
        )}
      </div>
      {error && <Failed what="what goes on now" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="what goes on now" />}
      {data && (
        <div className={isPlaceholderData ? 'panels outdated' : 'panels'}>
          <CallsNow answer={data} view={view} />
          <LastMinutes answer={data} view={view} />
        </div>
      )}
    </div>
  );
}

function headline(calls: number, more: boolean): string {
  if (calls === 0) return 'Nobody is on a call now';
  if (more) return `More than ${formatCount(calls)} calls now`;
  return calls === 1 ? '1 call now' : `${formatCount(calls)} calls now`;
}
