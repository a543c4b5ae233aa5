import { useMemo } from 'react';
import { periodBefore } from '../../../model/query/period-before.ts';
import { ComparedWith } from '../layout/ComparedWith.tsx';
import { Failed, Loading, Nothing } from '../layout/State.tsx';
import { Updated } from '../layout/Updated.tsx';
import { useTitle } from '../layout/use-title.ts';
import { ViewControls } from '../layout/ViewControls.tsx';
import { useOverview } from '../queries/use-overview.ts';
import { useView } from '../state/use-view.ts';
import { viewerZone } from '../words/format-time.ts';
import { AgentApi } from './AgentApi.tsx';
import { AllFigures } from './AllFigures.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { OverTimePanel } from './OverTimePanel.tsx';
import { SetupFailures } from './SetupFailures.tsx';
import { VerdictLine } from './VerdictLine.tsx';
import { WorstFirst } from './WorstFirst.tsx';

/** Are calls all right, and if not, where and since when. */
export function OverviewPage() {
  const [view] = useView();
  const { data, dataUpdatedAt, error, isPending, isPlaceholderData, refetch } = useOverview(view);
  useTitle('Overview');
  const overview = useMemo(() => data && { ...data.answer, view: data.view }, [data]);
  const isEmpty = overview?.totals.calls?.value === 0;
  return (
    <div className="page" aria-busy={isPlaceholderData}>
      <ViewControls />
      {error && <Failed what="the overview" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="the overview" />}
      {overview && (
        <div className={isPlaceholderData ? 'panels outdated' : 'panels'}>
          <VerdictLine overview={overview} view={overview.view}>
            <Updated view={overview.view} at={dataUpdatedAt} isLoading={isPlaceholderData} />{' '}
            <ComparedWith period={periodBefore({ ...overview, zone: viewerZone })} />
          </VerdictLine>
          {isEmpty ? (
            <Nothing
              title="No calls match."
              hint="Agents’ calls appear here about a minute after they begin. Choose a longer time, or take a filter away."
            />
          ) : (
            <>
              <KeyFigures overview={overview} />
              <OverTimePanel overview={overview} />
              <WorstFirst overview={overview} />
              <AllFigures overview={overview} />
              <SetupFailures overview={overview} />
            </>
          )}
          <AgentApi about={overview} />
        </div>
      )}
    </div>
  );
}
