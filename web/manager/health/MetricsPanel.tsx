import type { MetricsHealth } from '../../../model/query/health.ts';
import { Panel } from '../layout/Panel.tsx';
import { tableOfPairs } from '../tables/table-of-pairs.ts';
import { factsOfMetrics } from '../words/metrics-words.ts';
import { DownloadHealth } from './DownloadHealth.tsx';
import { Facts, UnknownPart } from './Facts.tsx';

/** What is polled of what Amazon Connect counts, and what came of it. */
export function MetricsPanel({
  metrics,
  at,
}: {
  readonly metrics: MetricsHealth | null;
  readonly at: string;
}) {
  const facts = metrics ? factsOfMetrics(metrics, at) : [];
  return (
    <Panel
      title="What Amazon Connect counts"
      note="The deployment’s parameter metrics. What a run does not bring of an interval, the next one does."
      actions={
        <DownloadHealth
          title="What Amazon Connect counts"
          at={at}
          table={tableOfPairs(facts.map(({ name, value }) => [name, value]))}
        />
      }
    >
      {metrics === null ? <UnknownPart what="the search service" /> : <Facts facts={facts} />}
    </Panel>
  );
}
