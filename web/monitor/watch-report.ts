import type { SoftphoneReport } from '../../model/connect/softphone-report-event.ts';
import { reportFailures, reportStages } from '../../model/messages/report-names.ts';
import type { CallReport } from '../../model/messages/softphone-report.ts';
import { present } from './present.ts';

const dayMillis = 86_400_000;
const mostCount = 1_000_000_000;
const longestVersion = 50;

/** A call's report as it is sent: what was not measured, or cannot be, is absent. */
export function callReportOf(report: SoftphoneReport): CallReport {
  const stages = Object.fromEntries(
    reportStages.map((stage) => [stage, millis(report[stage])]).filter(([, value]) => value !== undefined),
  );
  return {
    ...stages,
    ...present<Omit<CallReport, (typeof reportStages)[number] | 'failures'>>({
      callStartTime: instant(report.callStartTime),
      callEndTime: instant(report.callEndTime),
      audioInput: totalsOf(report, 'audio_input'),
      audioOutput: totalsOf(report, 'audio_output'),
      iceConnectionsLost: count(report.iceConnectionsLost),
      iceConnectionsFailed: count(report.iceConnectionsFailed),
      peerConnectionFailed: count(report.peerConnectionFailed),
      iceRestarts: count(report.iceRestartAttempts),
      firstRtpTimeMillis: millis(report.firstRTPTimeMillis),
      consecutiveNoPacketsSeconds: worse(
        report.consecutiveNoAudioInputPackets,
        report.consecutiveNoAudioOutputPackets,
      ),
      consecutiveLowLevelSeconds: worse(
        report.consecutiveLowInputAudioLevel,
        report.consecutiveLowOutputAudioLevel,
      ),
      skewTimeMillis: skew(report.skewTimeMillis),
      rtcJsVersion: report.rtcJsVersion?.slice(0, longestVersion) || undefined,
      streamJsVersion: report.streamJsVersion?.slice(0, longestVersion) || undefined,
    }),
    failures: failuresOf(report),
  };
}

/** Which of the stages of its set-up failed. */
export function failuresOf(report: SoftphoneReport): CallReport['failures'] {
  return reportFailures.filter((name) => report[`${name}Failure`] === true);
}

function totalsOf(report: SoftphoneReport, stream: 'audio_input' | 'audio_output') {
  const totals = report.softphoneStreamStatistics.find((one) => one.softphoneStreamType === stream);
  if (!totals) return undefined;
  const counts = { packetsLost: count(totals.packetsLost), packetsCount: count(totals.packetsCount) };
  return present<{ packetsLost?: number; packetsCount?: number }>(counts);
}

/** The longer of both directions: whichever was silent at the end tells how the call ended. */
function worse(a: number | null, b: number | null): number | undefined {
  const known = [count(a), count(b)].filter((value) => value !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

const instant = (value: number | null) => (value === null ? undefined : new Date(value).toISOString());
const millis = (value: number | null) => between(value, 0, dayMillis);
const skew = (value: number | null) => between(value, -dayMillis, dayMillis);

function count(value: number | null): number | undefined {
  const known = between(value, 0, mostCount);
  return known === undefined ? undefined : Math.round(known);
}

function between(value: number | null, least: number, most: number): number | undefined {
  return value !== null && value >= least && value <= most ? value : undefined;
}
