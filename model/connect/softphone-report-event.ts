import * as z from 'zod/mini';
import { reportFailures, reportStages } from '../messages/report-names.ts';
import { softphoneFigure, softphoneText } from './softphone-figure.ts';
import { softphoneInstant } from './softphone-instant.ts';

const flag = z.catch(z.nullable(z.boolean()), null);
/** A counter in most versions of the RTC library, a flag in some. */
const counter = z.catch(z.nullable(z.union([z.number(), z.pipe(z.boolean(), z.transform(Number))])), null);

function each<Name extends string, Value>(names: readonly Name[], value: Value) {
  return Object.fromEntries(names.map((name) => [name, value])) as { [name in Name]: Value };
}

/**
 * The part of connect.EventType.SOFTPHONE_REPORT that leaves the page (amazon-connect-streams 2.28.2,
 * `sendSoftphoneReport`). What is not named here is dropped: the per-second statistics are those of the windows, and
 * what a later version adds may be anything.
 */
export const softphoneReport = z.object({
  ...each(reportStages, softphoneFigure),
  ...each(
    reportFailures.map((name) => `${name}Failure` as const),
    flag,
  ),
  callStartTime: softphoneInstant,
  callEndTime: softphoneInstant,
  /** Totals of both directions. */
  softphoneStreamStatistics: z.catch(
    z.array(
      z.object({
        softphoneStreamType: softphoneText,
        packetsLost: softphoneFigure,
        packetsCount: softphoneFigure,
      }),
    ),
    [],
  ),
  iceConnectionsLost: counter,
  iceConnectionsFailed: counter,
  peerConnectionFailed: counter,
  iceRestartAttempts: counter,
  firstRTPTimeMillis: softphoneFigure,
  /** Seconds without a packet, or without a sound, at the end of the call. */
  consecutiveNoAudioInputPackets: softphoneFigure,
  consecutiveNoAudioOutputPackets: softphoneFigure,
  consecutiveLowInputAudioLevel: softphoneFigure,
  consecutiveLowOutputAudioLevel: softphoneFigure,
  skewTimeMillis: softphoneFigure,
  rtcJsVersion: softphoneText,
  streamJsVersion: softphoneText,
});
export type SoftphoneReport = z.infer<typeof softphoneReport>;

export const softphoneReportEvent = z.object({ contactId: z.string(), report: softphoneReport });
