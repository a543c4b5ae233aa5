import type { PollFault } from '../../../model/documents/metric-poll.ts';
import type { MetricsHealth } from '../../../model/query/health.ts';
import { formatSpan } from './format-amount.ts';
import { formatCount } from './format-figure.ts';
import { makeTimeFormat, viewerZone } from './format-time.ts';

const time = makeTimeFormat(viewerZone);
type Poller = MetricsHealth['pollers'][number];

const titles: Readonly<Record<Poller['poller'], string>> = {
  current: 'Queues and statuses now',
  historical: 'Figures by interval',
};

const faults: Readonly<Record<PollFault, string>> = {
  throttled: 'Connect let nothing more through',
  failed: 'Connect refused, or could not be reached',
  missingMetric: 'figures that Connect left out',
  notStored: 'figures that the search service did not take',
  outOfTime: 'more than a run has time for',
  notSynced: 'no queues are known yet',
};

/** What is polled, when, and what the last run of each poller came to. */
export function factsOfMetrics(metrics: MetricsHealth, at: string) {
  return [
    ...metrics.pollers.flatMap((its) => [
      { name: titles[its.poller], value: lastRunOf(its, at) },
      ...(its.on && its.last ? [{ name: 'What was wrong', value: faultsOf(its.last.faults) }] : []),
      ...(its.on && its.last?.settledThrough
        ? [{ name: 'No figure changes any more until', value: time.dayAndTime(its.last.settledThrough) }]
        : []),
    ]),
    { name: 'Business hours', value: hoursOf(metrics) },
  ];
}

function lastRunOf({ on, schedule, last }: Poller, at: string): string {
  if (!on) return 'not polled';
  if (!last) return `${schedule}; has not run yet`;
  const ago = formatSpan(Math.max(0, (Date.parse(at) - Date.parse(last.at)) / 1000));
  return `${schedule}; ${ago} ago ${formatCount(last.documents)} new figures by ${formatCount(last.requests)} requests`;
}

function faultsOf(its: Readonly<Partial<Record<PollFault, number>>>): string {
  const named = (Object.keys(faults) as PollFault[]).flatMap((fault) => {
    const count = its[fault];
    return count ? [`${faults[fault]} (${formatCount(count)})`] : [];
  });
  return named.length > 0 ? named.join(', ') : 'nothing';
}

function hoursOf({ businessHours, zone, isOpen }: MetricsHealth): string {
  if (!businessHours) return 'always';
  const named = businessHours.map(({ days, from, to }) => `${days.join(', ')} ${from} to ${to}`);
  return `${named.join('; ')} (${zone}); ${isOpen ? 'open' : 'closed'} now`;
}
