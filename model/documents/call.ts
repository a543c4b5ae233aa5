import type { CallEvent, CallWarning } from '../messages/call.ts';
import { type ReportFailure, reportStages } from '../messages/report-names.ts';
import { bucketFields } from '../quality/buckets.ts';
import type { QualityLimits } from '../quality/limits.ts';
import type { Rating } from '../quality/rating.ts';
import {
  type DirectionSummary,
  judge,
  type RatedSeconds,
  summariseDirection,
} from '../quality/summarise-call.ts';
import { windowBuckets, windowFigures } from '../quality/window-buckets.ts';
import type { WarningKind } from '../warnings/warning-kinds.ts';
import type { CallParts } from './call-parts.ts';
import type { ContactFacts, Dimensions, Stamps } from './dimensions.ts';
import {
  boolean,
  contactFactsMapping,
  date,
  decimal,
  dimensionsMapping,
  integer,
  keyword,
  long,
  object,
  type Properties,
  stampsMapping,
  stored,
  summed,
  summedDecimal,
} from './mapping.ts';
import { type ReportedProblem, reportedProblemMapping, reportedProblemOf } from './reported-problem.ts';

/**
 * One call of one agent: `softphone-calls-*`. What lists and shares of poor calls are computed from. A pure function
 * of its `parts`.
 */
export type CallDocument = Stamps &
  Dimensions &
  ContactFacts & {
    /** When the agent's page first saw the contact; dates the index. */
    readonly startedAt: string;
    readonly endedAt?: string;
    /** From the report where it arrived, else between the events `connected` and `ended`. */
    readonly talkSeconds?: number;
    readonly toAgent: DirectionSummary;
    readonly fromAgent: DirectionSummary;
    /** Of both directions together. */
    readonly seconds: RatedSeconds;
    readonly poorPercent?: number;
    readonly mos?: { readonly avg: number; readonly min: number };
    readonly rating: Rating;
    readonly ratingReasons: readonly string[];
    readonly missed: boolean;
    /** Streams gives no report for a contact that leaves without after-call work, or after a reload. */
    readonly reportArrived: boolean;
    /** Absent where no report arrived: then nobody knows. */
    readonly setupFailed?: boolean;
    readonly failures: readonly ReportFailure[];
    /** How long each stage of the set-up took, as the report says; absent without one. */
    readonly stages?: Readonly<Partial<Record<SetupStage, number>>>;
    readonly events: readonly CallEvent[];
    /** What the agent says was wrong. Beside what was measured: it changes no rating. */
    readonly problem?: ReportedProblem;
    /** What the agent's page warned of; absent where it did not. */
    readonly warnings?: readonly CallWarning[];
    /** Those that the agent dismissed; absent where none was. */
    readonly dismissedWarnings?: readonly WarningKind[];
    readonly parts: CallParts;
  };

/** The stages before and after talking; how long that took is `talkSeconds`. */
const setupStages = reportStages.filter((stage) => stage !== 'talkingTimeMillis');
type SetupStage = Exclude<(typeof reportStages)[number], 'talkingTimeMillis'>;

const ofWindowsMapping = object(
  Object.fromEntries(
    windowFigures.map((figure) => [
      figure,
      object({
        count: summed,
        sum: summedDecimal,
        fairOrWorse: summed,
        poor: summed,
        buckets: object(
          Object.fromEntries(bucketFields(windowBuckets[figure]).map((field) => [field, summed])),
        ),
      }),
    ]),
  ),
);

export const ratedSecondsMapping = object({ good: long, fair: long, poor: long, unclassified: long });

export const directionFiguresMapping: Properties = {
  windows: integer,
  seconds: ratedSecondsMapping,
  poorPercent: decimal,
  rating: keyword,
  ratingReasons: keyword,
  mos: object({ avg: decimal, min: decimal }),
  packetsLost: long,
  packetsCount: long,
  packetsLostPercent: decimal,
  roundTripTimeMillis: object({ avg: decimal, max: decimal }),
  jitterMillis: object({ avg: decimal, max: decimal }),
  silentSeconds: long,
  concealedPercent: object({ avg: decimal, max: decimal }),
};
const directionMapping = object({ ...directionFiguresMapping, ofWindows: ofWindowsMapping });

export const callMapping: Properties = {
  ...stampsMapping,
  ...dimensionsMapping,
  ...contactFactsMapping,
  startedAt: date,
  endedAt: date,
  talkSeconds: decimal,
  toAgent: directionMapping,
  fromAgent: directionMapping,
  seconds: ratedSecondsMapping,
  poorPercent: decimal,
  mos: object({ avg: decimal, min: decimal }),
  rating: keyword,
  ratingReasons: keyword,
  missed: boolean,
  reportArrived: boolean,
  setupFailed: boolean,
  failures: keyword,
  stages: object(Object.fromEntries(setupStages.map((stage) => [stage, summed]))),
  events: object({ type: keyword, at: date }),
  problem: reportedProblemMapping,
  warnings: object({ kind: keyword, change: keyword, at: date }),
  dismissedWarnings: keyword,
  parts: stored,
};

/** Makes a call's document of all that is known of it; pure. */
export function makeCall(parts: CallParts, limits: QualityLimits): CallDocument {
  // Audio is set up while it rings: a call that nobody took has windows, but nothing that sounded well or badly.
  const windows = neverConnected(parts) ? [] : Object.values(parts.windows);
  const toAgent = summariseDirection('audio_input', windows, limits);
  const fromAgent = summariseDirection('audio_output', windows, limits);
  const failures = parts.report?.failures ?? [];
  const problem = reportedProblemOf(parts.problem);
  return {
    ...parts.stamps,
    ...parts.facts.dimensions,
    ...parts.facts.contact,
    ...queueOf(parts),
    startedAt: parts.startedAt,
    ...times(parts),
    toAgent,
    fromAgent,
    ...worse(toAgent, fromAgent),
    ...judge(windows, limits),
    ...(failures.length > 0 ? { rating: 'poor' as const, ratingReasons: ['setupFailed'] } : {}),
    // To the agent's page a call whose audio failed also ends without having connected.
    missed: neverConnected(parts) && failures.length === 0,
    reportArrived: parts.report !== undefined,
    ...(parts.report ? { setupFailed: failures.length > 0 } : {}),
    failures,
    ...stages(parts),
    events: parts.events,
    ...(problem ? { problem } : {}),
    ...(parts.warnings ? { warnings: parts.warnings } : {}),
    ...dismissed(parts),
    parts,
  };
}

function dismissed({ warnings = [] }: CallParts): Pick<CallDocument, 'dismissedWarnings'> {
  const kinds = warnings.filter(({ change }) => change === 'dismissed').map(({ kind }) => kind);
  return kinds.length > 0 ? { dismissedWarnings: [...new Set(kinds)] } : {};
}

function queueOf({ queue }: CallParts): Pick<ContactFacts, 'contactQueue' | 'contactQueueArn'> {
  if (!queue) return {};
  const { receivedAt: _, ...named } = queue;
  return named;
}

function neverConnected({ events }: CallParts): boolean {
  return events.some((event) => event.type === 'missed');
}

function times(parts: CallParts): Pick<CallDocument, 'endedAt' | 'talkSeconds'> {
  const at = (...types: CallEvent['type'][]) => parts.events.find((event) => types.includes(event.type))?.at;
  const endedAt = at('ended', 'vanished', 'missed') ?? parts.report?.callEndTime;
  const connectedAt = at('connected');
  // Audio is set up while it rings, so the report of a missed call has a talking time too.
  const talkMillis = neverConnected(parts)
    ? undefined
    : (parts.report?.talkingTimeMillis ?? elapsed(connectedAt, endedAt));
  const talkSeconds = talkMillis === undefined ? undefined : talkMillis / 1000;
  return { ...(endedAt ? { endedAt } : {}), ...(talkSeconds === undefined ? {} : { talkSeconds }) };
}

function stages({ report }: CallParts): Pick<CallDocument, 'stages'> {
  const known = setupStages.flatMap((stage) => {
    const millis = report?.[stage];
    return millis === undefined ? [] : [[stage, millis] as const];
  });
  return known.length > 0 ? { stages: Object.fromEntries(known) } : {};
}

function elapsed(from: string | undefined, to: string | undefined): number | undefined {
  return from && to ? Math.max(0, Date.parse(to) - Date.parse(from)) : undefined;
}

/** A call sounds as its worse direction does. */
function worse(a: DirectionSummary, b: DirectionSummary): Pick<CallDocument, 'mos'> {
  const known = [a.mos, b.mos].filter((mos) => mos !== undefined);
  if (known.length === 0) return {};
  return { mos: { avg: Math.min(...known.map((m) => m.avg)), min: Math.min(...known.map((m) => m.min)) } };
}

/** The parts of a call document's id. */
export function callIdentity(of: {
  instanceId: string;
  contactId: string;
  agent: string;
}): readonly string[] {
  return ['call', of.instanceId, of.contactId, of.agent];
}
