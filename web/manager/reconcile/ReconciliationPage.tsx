import { Facts } from '../health/Facts.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Shape } from '../layout/RatingMark.tsx';
import { Failed, Loading } from '../layout/State.tsx';
import { useTitle } from '../layout/use-title.ts';
import { useReconciliation } from '../queries/use-reconciliation.ts';
import { useParameter } from '../state/use-view.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { DifferencesPanel } from './DifferencesPanel.tsx';
import { reconciliationHeadline, sourceFacts } from './reconciliation-words.ts';

const time = makeTimeFormat(viewerZone);
const dayMillis = 86_400_000;

/** For admins: whether a day is whole, from all sides, and if not, what differs and why. */
export function ReconciliationPage() {
  const [wanted, setDay] = useParameter('day');
  const day = wanted ?? new Date(Date.now() - dayMillis).toISOString().slice(0, 10);
  const { data, error, isPending, isPlaceholderData, refetch } = useReconciliation(day);
  useTitle('Reconciliation');
  const headline = data && reconciliationHeadline(data);
  return (
    <div className="page" aria-busy={isPlaceholderData}>
      <div className="controls">
        <label className="day">
          Day{' '}
          <input
            type="date"
            value={day}
            max={new Date().toISOString().slice(0, 10)}
            onChange={({ target }) => target.value && setDay(target.value)}
          />
        </label>
      </div>
      {error && <Failed what="that day" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="all contacts of the day" />}
      {data && headline && (
        <div className={isPlaceholderData ? 'panels outdated' : 'panels'}>
          <section className={`verdict ${headline.rating}`} aria-label="Is the day whole?">
            <h1>
              <Shape rating={headline.rating} /> {headline.text}
            </h1>
            <p className="detail">
              {data.day} by the clocks of {data.zone}. As of {time.dayAndTime(data.at)} ({viewerZone}).
              {data.moreSetAside && ' More records are set aside than could be looked at.'}
            </p>
          </section>
          <Panel title="The sources" note="How many contacts each has of that day.">
            <Facts facts={sourceFacts(data).map(([name, value]) => ({ name, value }))} />
          </Panel>
          {data.totals.map(({ kind, total }) => (
            <DifferencesPanel
              key={kind}
              kind={kind}
              total={total}
              differences={data.differences.filter((one) => one.kind === kind)}
              range={data}
            />
          ))}
        </div>
      )}
    </div>
  );
}
