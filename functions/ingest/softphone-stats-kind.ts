import { callLogIdentity, makeCallLog } from '../../model/documents/call-log.ts';
import {
  makeStreamWindow,
  type StreamWindowDocument,
  streamWindowIdentity,
  windowStart,
} from '../../model/documents/stream-window.ts';
import type { CallEvent } from '../../model/messages/call.ts';
import type { CallLog } from '../../model/messages/call-log.ts';
import {
  type SoftphoneStats,
  type StreamWindow,
  softphoneStats,
} from '../../model/messages/softphone-stats.ts';
import type { CallWindow } from '../../model/quality/call-window.ts';
import { cleanCall, cleanLog, cleanProblem } from '../enrich/clean.ts';
import { stampsOf } from '../enrich/clock-skew.ts';
import { documentId } from '../enrich/document-id.ts';
import { checkSaidOfCall, checkTimes, checkWithinCall } from '../enrich/plausible-times.ts';
import { callOf, callRecord, contactFactsOf, newest } from './call-records.ts';
import { eventTimes, logTimes, problemTimes, startOfCall, warningTimes } from './call-times.ts';
import type { Enrichment, MessageKind, StorageConfig } from './message-kind.ts';
import type { DatedRecords } from './records.ts';

/** After these nothing comes of a call but its report, and what was held up. */
const lastEvents: ReadonlySet<CallEvent['type']> = new Set(['ended', 'vanished', 'missed']);
/** What is stored so soon after its end need not ask: a contact's record is joined once more 90 s after it came. */
const promptMillis = 60_000;

/**
 * The windows of one SOFTPHONE_STATS event, or only what happened to the call, what its agent says of it, or what Streams
 * logged meanwhile.
 */
export const softphoneStatsKind: MessageKind<SoftphoneStats> = {
  route: 'softphone-stats',
  kinds: ['softphone-stream-stats', 'softphone-calls', 'softphone-call-logs'],
  schema: softphoneStats,
  allowed: ({ log, problem, ...message }, { problemWords = true, callLogs = false }) => ({
    ...message,
    ...(problem ? { problem: problemWords ? problem : { symptoms: problem.symptoms } } : {}),
    ...(log && callLogs ? { log } : {}),
  }),
  clean: ({ log, ...message }) => {
    const cleaned = log && cleanLog(log);
    return {
      ...message,
      call: cleanCall(message.call),
      ...(message.problem ? { problem: cleanProblem(message.problem) } : {}),
      ...(cleaned ? { log: cleaned } : {}),
    };
  },
  about: ({ agent, call: { contactId, startedAt } }) => ({ agent, contactId, startedAt }),
  check: (message, receivedAt, retentionDays) => {
    const windows = message.windows.map(({ startedAt }, i) => ({
      path: `$.windows[${i}].startedAt`,
      at: startedAt,
    }));
    const happened = [...eventTimes(message.events), ...warningTimes(message.warnings)];
    const times = [...windows, ...happened, ...logTimes(message.log)];
    const said = problemTimes(message.problem);
    const all = [startOfCall(message.call), ...times, ...said];
    checkTimes({ sentAt: message.sentAt, times: all }, receivedAt, retentionDays);
    checkWithinCall(message.call.startedAt, times);
    checkSaidOfCall(message.call.startedAt, said);
  },
  records: (message, enrichment, config) => {
    const windows = message.windows.map((window) => windowRecord(window, message, enrichment, config));
    const said = {
      at: newest([...message.windows, ...message.events].map(timeOf), message.call.startedAt),
      windows: Object.fromEntries(windows.map(({ id, document }) => [id, callWindow(document)])),
    };
    const log = message.log && cleanLog(message.log);
    return {
      documents: [...windows, ...(log ? [logRecord(log, message, enrichment)] : [])],
      calls: [callRecord(message, said, enrichment)],
    };
  },
  completes: ({ windows, events, problem }, storedAt) =>
    problem !== undefined ||
    events.some(({ type }) => lastEvents.has(type)) ||
    windows.some((window) => storedAt - endOf(window) > promptMillis),
  size: ({ windows, events, problem, log }) =>
    windows.length + events.length + (problem ? 1 : 0) + (log ? 1 : 0),
};

function endOf({ startedAt, offsetMillis }: StreamWindow): number {
  return Date.parse(startedAt) + (offsetMillis.at(-1) ?? 0);
}

function timeOf(thing: { startedAt: string } | { at: string }): string {
  return 'startedAt' in thing ? thing.startedAt : thing.at;
}

function windowRecord(
  window: StreamWindow,
  message: SoftphoneStats,
  { context, dimensions }: Enrichment,
  config: StorageConfig,
): DatedRecords['documents'][number] & { readonly document: StreamWindowDocument } {
  const start = windowStart(window);
  return {
    kind: 'softphone-stream-stats',
    at: start,
    id: documentId(streamWindowIdentity({ ...callOf(message), ...window })),
    document: makeStreamWindow(
      {
        window,
        otherDirection: message.windows.find((other) => other.streamType !== window.streamType),
        stamps: stampsOf(start.toISOString(), message.sentAt, context.receivedAt),
        dimensions,
        contact: contactFactsOf(message.call),
      },
      config.limits,
    ),
  };
}

function logRecord(
  { part, lines }: CallLog,
  message: SoftphoneStats,
  { context, dimensions }: Enrichment,
): DatedRecords['documents'][number] {
  const { startedAt } = message.call;
  return {
    kind: 'softphone-call-logs',
    at: new Date(startedAt),
    id: documentId(callLogIdentity(callOf(message), part)),
    document: makeCallLog({
      part,
      lines,
      startedAt,
      stamps: stampsOf(startedAt, message.sentAt, context.receivedAt),
      dimensions,
      contact: contactFactsOf(message.call),
    }),
  };
}

/** What a call keeps of a window. */
function callWindow(window: StreamWindowDocument): CallWindow {
  const { softphoneStreamType, windowSeconds, rating, ratingReasons, mos, packetsLost, packetsCount } =
    window;
  const { roundTripTimeMillis: rtt, jitterMillis: jitter, silentSeconds, concealedPercent } = window;
  return {
    streamType: softphoneStreamType,
    seconds: windowSeconds,
    rating,
    ratingReasons,
    ...(mos ? { mos: { avg: mos.avg, min: mos.min } } : {}),
    ...(packetsLost === undefined ? {} : { packetsLost }),
    ...(packetsCount === undefined ? {} : { packetsCount }),
    ...(rtt ? { roundTripTimeMillis: { avg: rtt.avg, max: rtt.max } } : {}),
    ...(jitter ? { jitterMillis: { avg: jitter.avg, max: jitter.max } } : {}),
    ...(silentSeconds === undefined ? {} : { silentSeconds }),
    ...(concealedPercent
      ? { concealedPercent: { avg: concealedPercent.avg, max: concealedPercent.max } }
      : {}),
  };
}
