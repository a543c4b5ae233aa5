import type { QueueHealth } from '../../../model/query/health.ts';
import { Panel } from '../layout/Panel.tsx';
import { tableOfPairs } from '../tables/table-of-pairs.ts';
import { formatSpan } from '../words/format-amount.ts';
import { formatCount } from '../words/format-figure.ts';
import { DownloadHealth } from './DownloadHealth.tsx';
import { Facts, UnknownPart } from './Facts.tsx';

/** Messages that wait for the search service. */
export function QueuePanel({ queue, at }: { readonly queue: QueueHealth | null; readonly at: string }) {
  const facts = queue ? factsOf(queue) : [];
  return (
    <Panel
      title="Queue"
      note="Messages that could not be stored at once. None of them is lost."
      actions={
        <DownloadHealth
          title="Queue"
          at={at}
          table={tableOfPairs(facts.map(({ name, value }) => [name, value]))}
        />
      }
    >
      {queue === null ? <UnknownPart what="CloudWatch" /> : <Facts facts={facts} />}
    </Panel>
  );
}

function factsOf({ waiting, inWork, oldestSeconds, deadLetters }: QueueHealth) {
  const count = (value: number | null) => (value === null ? null : formatCount(value));
  return [
    { name: 'Waiting', value: count(waiting) },
    { name: 'Tried, and put off', value: count(inWork) },
    { name: 'Oldest', value: oldestSeconds === null ? null : formatSpan(oldestSeconds) },
    { name: 'Dead letters', value: count(deadLetters) },
  ];
}
