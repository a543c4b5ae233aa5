import { callReportIdentity, makeCallReport } from '../../model/documents/call-report.ts';
import { type SoftphoneReport, softphoneReport } from '../../model/messages/softphone-report.ts';
import { cleanCall } from '../enrich/clean.ts';
import { stampsOf } from '../enrich/clock-skew.ts';
import { documentId } from '../enrich/document-id.ts';
import { checkTimes, checkWithinCall, type NamedTime } from '../enrich/plausible-times.ts';
import { callOf, callRecord, contactFactsOf, newest } from './call-records.ts';
import { eventTimes, startOfCall, warningTimes } from './call-times.ts';
import type { Enrichment, MessageKind } from './message-kind.ts';
import type { DatedRecords } from './records.ts';

/** One call's SOFTPHONE_REPORT. */
export const softphoneReportKind: MessageKind<SoftphoneReport> = {
  route: 'softphone-reports',
  kinds: ['softphone-call-reports', 'softphone-calls'],
  schema: softphoneReport,
  clean: (message) => ({ ...message, call: cleanCall(message.call) }),
  about: ({ agent, call: { contactId, startedAt } }) => ({ agent, contactId, startedAt }),
  check: (message, receivedAt, retentionDays) => {
    const times = [...reportTimes(message), ...eventTimes(message.events), ...warningTimes(message.warnings)];
    checkTimes(
      { sentAt: message.sentAt, times: [startOfCall(message.call), ...times] },
      receivedAt,
      retentionDays,
    );
    checkWithinCall(message.call.startedAt, times);
  },
  records: (message, enrichment) => {
    const { report, call, events } = message;
    const at = newest([report.callEndTime, ...events.map((event) => event.at)], call.startedAt);
    return {
      documents: [reportRecord(message, enrichment)],
      calls: [callRecord(message, { at, windows: {}, report }, enrichment)],
    };
  },
  completes: () => true,
  size: () => 1,
};

function reportTimes({ report }: SoftphoneReport): NamedTime[] {
  const { callStartTime, callEndTime } = report;
  return [
    ...(callStartTime ? [{ path: '$.report.callStartTime', at: callStartTime }] : []),
    ...(callEndTime ? [{ path: '$.report.callEndTime', at: callEndTime }] : []),
  ];
}

function reportRecord(
  message: SoftphoneReport,
  { context, dimensions }: Enrichment,
): DatedRecords['documents'][number] {
  const { startedAt } = message.call;
  return {
    kind: 'softphone-call-reports',
    at: new Date(startedAt),
    id: documentId(callReportIdentity(callOf(message))),
    document: makeCallReport({
      report: message.report,
      startedAt,
      stamps: stampsOf(startedAt, message.sentAt, context.receivedAt),
      dimensions,
      contact: contactFactsOf(message.call),
    }),
  };
}
