import * as z from 'zod';
import { call, callEvents, callWarnings } from './call.ts';
import { count, envelope, instant, millis, text } from './envelope.ts';
import { reportFailures, reportStages } from './report-names.ts';

const stages = z.object(
  Object.fromEntries(reportStages.map((name) => [name, millis.optional()])) as {
    [Name in (typeof reportStages)[number]]: z.ZodOptional<typeof millis>;
  },
);

/** Totals of one direction over the whole call. */
const streamTotals = z.object({ packetsLost: count.optional(), packetsCount: count.optional() });

export const callReport = stages.extend({
  callStartTime: instant.optional(),
  callEndTime: instant.optional(),
  failures: z.array(z.enum(reportFailures)).max(reportFailures.length),
  audioInput: streamTotals.optional(),
  audioOutput: streamTotals.optional(),
  iceConnectionsLost: count.optional(),
  iceConnectionsFailed: count.optional(),
  peerConnectionFailed: count.optional(),
  iceRestarts: count.optional(),
  firstRtpTimeMillis: millis.optional(),
  consecutiveNoPacketsSeconds: count.optional(),
  consecutiveLowLevelSeconds: count.optional(),
  skewTimeMillis: z.number().min(-86_400_000).max(86_400_000).optional(),
  rtcJsVersion: text(50).optional(),
  streamJsVersion: text(50).optional(),
});
export type CallReport = z.infer<typeof callReport>;

/** `POST /softphone-reports`: one call's SOFTPHONE_REPORT. Its per-second statistics are those of the windows. */
export const softphoneReport = envelope.extend({
  call,
  events: callEvents,
  warnings: callWarnings.optional(),
  report: callReport,
});
export type SoftphoneReport = z.infer<typeof softphoneReport>;
