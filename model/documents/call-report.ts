import { reportStages } from '../messages/report-names.ts';
import type { CallReport } from '../messages/softphone-report.ts';
import type { ContactFacts, Dimensions, Stamps } from './dimensions.ts';
import {
  boolean,
  contactFactsMapping,
  date,
  dimensionsMapping,
  keyword,
  long,
  object,
  type Properties,
  stampsMapping,
} from './mapping.ts';

/** One SOFTPHONE_REPORT of one contact and agent: `softphone-call-reports-*`. */
export type CallReportDocument = Stamps &
  Dimensions &
  ContactFacts &
  CallReport & { readonly startedAt: string; readonly setupFailed: boolean };

const totals = object({ packetsLost: long, packetsCount: long });

export const callReportMapping: Properties = {
  ...stampsMapping,
  ...dimensionsMapping,
  ...contactFactsMapping,
  startedAt: date,
  callStartTime: date,
  callEndTime: date,
  ...Object.fromEntries(reportStages.map((stage) => [stage, long])),
  setupFailed: boolean,
  failures: keyword,
  audioInput: totals,
  audioOutput: totals,
  iceConnectionsLost: long,
  iceConnectionsFailed: long,
  peerConnectionFailed: long,
  iceRestarts: long,
  firstRtpTimeMillis: long,
  consecutiveNoPacketsSeconds: long,
  consecutiveLowLevelSeconds: long,
  skewTimeMillis: long,
  rtcJsVersion: keyword,
  streamJsVersion: keyword,
};

/** Makes the document of a report; pure. `startedAt` is the call's, so that both lie in indices of the same date. */
export function makeCallReport(input: {
  report: CallReport;
  startedAt: string;
  stamps: Stamps;
  dimensions: Dimensions;
  contact: ContactFacts;
}): CallReportDocument {
  return {
    ...input.stamps,
    ...input.dimensions,
    ...input.contact,
    startedAt: input.startedAt,
    ...input.report,
    setupFailed: input.report.failures.length > 0,
  };
}

/** The parts of a report document's id. */
export function callReportIdentity(of: {
  instanceId: string;
  contactId: string;
  agent: string;
}): readonly string[] {
  return ['report', of.instanceId, of.contactId, of.agent];
}
