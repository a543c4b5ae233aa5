import type { SoftphoneReport as RawReport } from '../../model/connect/softphone-report-event.ts';
import type { ApiMetrics } from '../../model/messages/api-metrics.ts';
import type { SoftphoneReport } from '../../model/messages/softphone-report.ts';
import type { SoftphoneStats } from '../../model/messages/softphone-stats.ts';
import type { Letter, Route } from '../push/waiting.ts';
import { type CallRecord, callOf } from './call-record.ts';
import type { UnsentEnvelope } from './envelope.ts';
import type { ApiWindow } from './watch-api.ts';
import { callReportOf } from './watch-report.ts';

/** A call's windows of one SOFTPHONE_STATS event. `first` is the time of the event's first sample: the same in every tab. */
export function windowsLetter(
  envelope: UnsentEnvelope,
  record: CallRecord,
  windows: SoftphoneStats['windows'],
  first: number,
  part: number,
): Letter {
  return statsLetter(`stats:${record.contactId}:${first}:${part}`, envelope, record, { windows });
}

/** What happened to a call, all of it: a message that was lost is made good by the next. */
export function eventsLetter(envelope: UnsentEnvelope, record: CallRecord): Letter {
  return statsLetter(`events:${record.contactId}:${record.events.length}`, envelope, record, { windows: [] });
}

/** What the agent says was wrong, all of it; undefined while nothing is said. */
export function problemLetter(envelope: UnsentEnvelope, record: CallRecord): Letter | undefined {
  const { problem } = record;
  if (!problem) return undefined;
  const last = [...problem.symptoms, ...(problem.words ? [problem.words] : [])].map(({ at }) => at).sort();
  return statsLetter(`problem:${record.contactId}:${last.at(-1)}`, envelope, record, {
    windows: [],
    problem,
  });
}

/** What else there is to tell of a call, with all that happened to it. */
export function statsLetter(
  key: string,
  envelope: UnsentEnvelope,
  record: CallRecord,
  told: Pick<SoftphoneStats, 'windows' | 'problem' | 'log'>,
): Letter {
  return letter<SoftphoneStats>(key, '/softphone-stats', { ...envelope, ...callAndEvents(record), ...told });
}

export function reportLetter(envelope: UnsentEnvelope, record: CallRecord, raw: RawReport): Letter {
  const message = { ...envelope, ...callAndEvents(record), report: callReportOf(raw) };
  return letter<SoftphoneReport>(`report:${record.contactId}`, '/softphone-reports', message);
}

/** @param sequence counts up over a page load: API calls have no other identity */
export function apiCallsLetter(
  envelope: UnsentEnvelope,
  window: ApiWindow,
  sequence: number,
  now: number,
): Letter {
  return letter<ApiMetrics>(`api:${envelope.clientId}:${sequence}`, '/api-metrics', {
    ...envelope,
    sequence,
    startedAt: new Date(window.startedAt).toISOString(),
    endedAt: new Date(now).toISOString(),
    operations: [...window.operations.values()],
    failures: window.failures,
  });
}

function callAndEvents(record: CallRecord) {
  const { events, warnings } = record;
  return { call: callOf(record), events: [...events], ...(warnings ? { warnings: [...warnings] } : {}) };
}

function letter<Message>(key: string, route: Route, message: Omit<Message, 'sentAt'>): Letter {
  return { key, route, message: message as Letter['message'] };
}
