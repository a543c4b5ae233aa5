import { Shape } from '../layout/RatingMark.tsx';
import { Failed, Loading } from '../layout/State.tsx';
import { useTitle } from '../layout/use-title.ts';
import { useHealth } from '../queries/use-health.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { concernsOf, healthHeadline, unknownParts } from '../words/health-words.ts';
import { ArrivalPanel } from './ArrivalPanel.tsx';
import { CollectPanel } from './CollectPanel.tsx';
import { Concerns } from './Concerns.tsx';
import { FailedRecordsPanel } from './FailedRecordsPanel.tsx';
import { MessagesPanel } from './MessagesPanel.tsx';
import { MetricsPanel } from './MetricsPanel.tsx';
import { PageVersionsPanel } from './PageVersionsPanel.tsx';
import { QueuePanel } from './QueuePanel.tsx';
import { SearchPanel } from './SearchPanel.tsx';

const time = makeTimeFormat(viewerZone);

/** For admins: whether the deployment works, and if not, since when and what to do. */
export function HealthPage() {
  const { data: health, error, isPending, refetch } = useHealth();
  useTitle('Health');
  const concerns = health ? concernsOf(health) : [];
  const unknown = health ? unknownParts(health) : [];
  const { rating, text } = healthHeadline(concerns, unknown);
  return (
    <div className="page">
      {error && <Failed what="the health" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="the health" />}
      {health && (
        <div className="panels">
          <section className={`verdict ${rating}`} aria-label="Does the deployment work?">
            <h1>
              <Shape rating={rating} /> {text}
            </h1>
            <p className="detail">
              {unknown.length > 0 && `Not known: ${unknown.join(', ')}. `}
              As of {time.second(health.at)} ({viewerZone}), again every 30 seconds.
            </p>
            {concerns.length > 0 && <Concerns concerns={concerns} />}
          </section>
          <div className="health-panels">
            <ArrivalPanel health={health} />
            <MessagesPanel messages={health.messages} at={health.at} />
            <QueuePanel queue={health.queue} at={health.at} />
            <FailedRecordsPanel records={health.failedRecords} at={health.at} />
            <PageVersionsPanel data={health.data} at={health.at} />
            <MetricsPanel metrics={health.metrics} at={health.at} />
            <CollectPanel collect={health.collect} />
          </div>
          <SearchPanel search={health.search} at={health.at} />
        </div>
      )}
    </div>
  );
}
