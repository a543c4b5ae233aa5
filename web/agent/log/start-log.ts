import { softphoneReportEvent } from '../../../model/connect/softphone-report-event.ts';
import type { Monitor } from '../../monitor/start-monitor.ts';
import type { Streams } from '../../monitor/streams.ts';
import { failuresOf } from '../../monitor/watch-report.ts';
import { systemClock } from '../../push/clock.ts';
import { CallLogs } from './call-logs.ts';
import { LogBuffer } from './log-buffer.ts';
import { readLogEntry } from './read-log-entry.ts';

/**
 * Keeps what Streams logs, for the life of the page: the lines of the worker that all tabs share, of the softphone in its
 * frame, which go by that worker, and of all pages, which Streams tells each other by it, too.
 */
export function startLog(streams: Streams, means: Monitor['means']): CallLogs {
  const { EventType: events } = streams;
  const bus = streams.core.getEventBus();
  const buffer = new LogBuffer();
  const logs = new CallLogs({ ...systemClock, ...means, buffer });
  bus.subscribe(events.LOG, (raw: unknown) => {
    const now = systemClock.now();
    const line = readLogEntry(raw, now);
    if (line) buffer.add(line, now);
  });
  bus.subscribe(events.SOFTPHONE_REPORT, (raw: unknown) => {
    const report = softphoneReportEvent.safeParse(raw).data;
    if (report && failuresOf(report.report).length > 0) void logs.onFailed(report.contactId);
  });
  return logs;
}
