import type { PollFault } from '../../../model/documents/metric-poll.ts';
import type { QueuesNow } from '../../../model/query/queues-now.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';

const time = makeTimeFormat(viewerZone);

type Polls = QueuesNow['polls'];

const faults: Readonly<Record<PollFault, string>> = {
  throttled: 'Amazon Connect let nothing more through',
  failed: 'Amazon Connect refused, or could not be reached',
  missingMetric: 'Amazon Connect left a figure out',
  notStored: 'the search service did not take all of it',
  outOfTime: 'there was more than a run has time for',
  notSynced: 'the queues of the instance are not known yet',
};
const names = { current: 'how queues stand', historical: 'what came of queues' } as const;

/** Of what Amazon Connect counts that nothing is there of, why: an admin can switch it on. */
export function whyNothing(polls: Polls): string {
  if (polls.some(({ poller }) => poller === 'current'))
    return 'Amazon Connect told nothing of these queues in the last ten minutes: outside business hours nothing is polled, and a view of teams has no queues.';
  return 'How queues stand has not been polled yet. Where that is off, an admin switches it on: current.on of the parameter metrics (docs/metrics.md).';
}

/** What a manager should know of figures by interval: that there are none, that a part is missing, or that they still change. */
export function pollNotes(polls: Polls): string[] {
  const historical = polls.find(({ poller }) => poller === 'historical');
  return [
    ...polls.flatMap(({ poller, at, faults: its }) => {
      const why = (Object.keys(its) as PollFault[]).filter((fault) => (its[fault] ?? 0) > 0);
      if (why.length === 0) return [];
      return [
        `Partial: of ${names[poller]} not all was read at ${time.dayAndTime(at)}, as ${why.map((fault) => faults[fault]).join(', and ')}. The next run tries again.`,
      ];
    }),
    historical
      ? finalWords(historical)
      : 'What came of queues by interval has not been polled yet. Where that is off, an admin switches it on: historical.on of the parameter metrics (docs/metrics.md).',
  ];
}

function finalWords({ at, settledThrough }: Polls[number]): string {
  const read = `Figures by interval were last read at ${time.dayAndTime(at)}.`;
  return settledThrough ? `${read} Those after ${time.dayAndTime(settledThrough)} may still change.` : read;
}
