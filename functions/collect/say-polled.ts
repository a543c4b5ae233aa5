import type { MetricPoll } from '../../model/documents/metric-poll.ts';
import type { Gauges, Telemetry } from '../edge/telemetry.ts';

/** Says what a poller's run came to: in the log, and as metrics, for the alarm. */
export function sayPolled(
  { poller, requests, documents, faults }: MetricPoll,
  telemetry: Pick<Telemetry, 'info'>,
  gauges: Gauges,
): void {
  telemetry.info('metrics are polled', { poller, requests, documents, faults });
  // What Connect does not have the next run cannot bring either: the health page has it, the alarm has not.
  const { missingMetric: _, ...mendable } = faults;
  const incomplete = Object.values(mendable).reduce((sum, count) => sum + count, 0);
  gauges.measure({ name: 'MetricDocuments', value: documents }, { poller });
  gauges.measure({ name: 'MetricFaults', value: incomplete }, { poller });
}
