import { Shape } from '../layout/RatingMark.tsx';
import { Failed, Loading } from '../layout/State.tsx';
import { useTitle } from '../layout/use-title.ts';
import { useAlerts } from '../queries/use-alerts.ts';
import type { Range } from '../state/range.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { AlertHistory } from './AlertHistory.tsx';
import { AlertRules } from './AlertRules.tsx';
import { RaisedAlerts } from './RaisedAlerts.tsx';
import { Untold } from './Untold.tsx';

const time = makeTimeFormat(viewerZone);
/** Whatever is not cleared is in it, however long ago it was raised. */
const now: Range = { kind: 'last', amount: 1, unit: 'h' };

/** What is raised, what was, and by which rules. */
export function AlertsPage() {
  const { data, error, isPending, refetch, dataUpdatedAt } = useAlerts(now);
  useTitle('Alerts');
  const raised = data?.alerts.filter(({ clearedAt }) => clearedAt === undefined) ?? [];
  const isCritical = raised.some(({ rule }) => rule.severity === 'critical');
  const rating = raised.length === 0 ? 'good' : isCritical ? 'poor' : 'fair';
  return (
    <div className="page">
      {error && <Failed what="what is raised" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="what is raised" />}
      <div className="panels">
        {data && (
          <section className={`verdict ${rating}`} aria-label="Is an alert raised?">
            <h1>
              <Shape rating={rating} /> {headline(raised.length)}
            </h1>
            <p className="detail">
              As of {time.second(dataUpdatedAt)} ({viewerZone}), again every 30 seconds.
            </p>
            {raised.length > 0 && <RaisedAlerts alerts={raised} />}
          </section>
        )}
        {data && <Untold troubles={data.troubles} />}
        <AlertHistory />
        <AlertRules />
      </div>
    </div>
  );
}

function headline(count: number): string {
  if (count === 0) return 'No alert is raised';
  return count === 1 ? '1 alert is raised' : `${count} alerts are raised`;
}
