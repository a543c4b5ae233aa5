import * as z from 'zod';
import { reportFailures } from '../messages/report-names.ts';
import { callReport } from '../messages/softphone-report.ts';
import { directionFiguresMapping, ratedSecondsMapping } from './call.ts';
import { callSummary } from './call-summary.ts';
import { dimensions } from './dimensions.ts';
import {
  boolean,
  date,
  decimal,
  dimensionsMapping,
  keyword,
  object,
  type Properties,
  stored,
} from './mapping.ts';
import { reportedProblemMapping } from './reported-problem.ts';

/** What a contact keeps of a call's report, beside what is in the call. */
export const contactCallReport = callReport.pick({
  firstRtpTimeMillis: true,
  iceConnectionsLost: true,
  iceConnectionsFailed: true,
  peerConnectionFailed: true,
  iceRestarts: true,
  consecutiveNoPacketsSeconds: true,
  consecutiveLowLevelSeconds: true,
  rtcJsVersion: true,
});

/** One agent's call of a contact, as the contact has it: what it sounded like, and where the agent was. */
export const contactCall = dimensions
  .pick({
    agent: true,
    agentPublicIp: true,
    agentPrivateIp: true,
    agentPrivateNetwork: true,
    site: true,
    geo: true,
    as: true,
    browser: true,
    os: true,
    rtcVersion: true,
  })
  .extend({
    ...callSummary.shape,
    failures: z.array(z.enum(reportFailures)),
    stages: z.record(z.string(), z.number()).optional(),
    report: contactCallReport.optional(),
  });
export type ContactCall = z.infer<typeof contactCall>;

const ofDimensions = Object.entries(dimensionsMapping).filter(([name]) =>
  Object.hasOwn(contactCall.shape, name),
);

export const contactCallMapping: Properties = {
  ...Object.fromEntries(ofDimensions),
  startedAt: date,
  endedAt: date,
  talkSeconds: decimal,
  toAgent: object(directionFiguresMapping),
  fromAgent: object(directionFiguresMapping),
  seconds: ratedSecondsMapping,
  poorPercent: decimal,
  mos: object({ avg: decimal, min: decimal }),
  rating: keyword,
  ratingReasons: keyword,
  missed: boolean,
  reportArrived: boolean,
  setupFailed: boolean,
  problem: reportedProblemMapping,
  failures: keyword,
  stages: stored,
  report: stored,
};
