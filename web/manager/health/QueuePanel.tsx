import type { QueueHealth } from '../../../model/query/health.ts';
import { Panel } from '../layout/Panel.tsx';
import { formatSpan } from '../words/format-amount.ts';
import { formatCount } from '../words/format-figure.ts';
import { Facts, UnknownPart } from './Facts.tsx';

/** Messages that wait for the search service. */
export function QueuePanel({ queue }: { readonly queue: QueueHealth | null }) {
  const count = (value: number | null) => (value === null ? null : formatCount(value));
  return (
    <Panel title="Queue" note="Messages that could not be stored at once. None of them is lost.">
      {queue === null ? (
        <UnknownPart what="CloudWatch" />
      ) : (
        <Facts
          facts={[
            { name: 'Waiting', value: count(queue.waiting) },
            { name: 'Tried, and put off', value: count(queue.inWork) },
            { name: 'Oldest', value: queue.oldestSeconds === null ? null : formatSpan(queue.oldestSeconds) },
            { name: 'Dead letters', value: count(queue.deadLetters) },
          ]}
        />
      )}
    </Panel>
  );
}
