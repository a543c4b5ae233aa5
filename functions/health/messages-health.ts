import type { Counted, MessagesHealth } from '../../model/query/health.ts';
import type { MetricName, Monitoring } from '../clients/monitoring.ts';
import { metricNamespace } from '../edge/embedded-metric.ts';

const hours = 24;
const hourMillis = 3_600_000;
const names = {
  accepted: 'Accepted',
  queued: 'Queued',
  rejected: 'Rejected',
  failed: 'Failed',
  setAside: 'SetAside',
} as const;

/** What became of the messages of the last day, from the metrics that the functions write. */
export async function messagesHealth(
  monitoring: Monitoring,
  stage: string,
  now: Date,
): Promise<MessagesHealth> {
  const known = await monitoring.metricsWith(metricNamespace, 'stage', stage);
  const wanted = known.filter(
    ({ name, dimensions }) =>
      Object.values(names).some((each) => each === name) &&
      // Those of the stage alone are the totals.
      Object.keys(dimensions).length > 1,
  );
  const span = { from: new Date(now.getTime() - hours * hourMillis), to: now };
  const sums = await monitoring.sums(wanted, span);
  const of = (wantedName: string) =>
    wanted
      .flatMap((metric, i) => (metric.name === wantedName ? [counted(metric, sums[i] ?? 0)] : []))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
  return {
    hours,
    accepted: of(names.accepted),
    queued: of(names.queued),
    rejected: of(names.rejected),
    failed: of(names.failed),
    setAside: of(names.setAside),
  };
}

function counted({ dimensions: { route, reason, kind } }: MetricName, count: number): Counted {
  return {
    ...(route === undefined ? {} : { route }),
    ...(reason === undefined ? {} : { reason }),
    ...(kind === undefined ? {} : { kind }),
    count,
  };
}
