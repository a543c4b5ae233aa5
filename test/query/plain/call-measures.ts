import type { CallDocument } from '../../../model/documents/call.ts';
import { type Symptom, symptoms } from '../../../model/messages/symptoms.ts';
import { type WarningKind, warningKinds } from '../../../model/warnings/warning-kinds.ts';
import { type Expected, exactly, meanOf, percentOf, sum } from './expected.ts';

type Way = 'toAgent' | 'fromAgent';
type OfCalls = (calls: readonly CallDocument[]) => Expected;

const share =
  (part: (call: CallDocument) => boolean, whole: (call: CallDocument) => boolean = () => true): OfCalls =>
  (calls) =>
    percentOf(calls.filter((call) => whole(call) && part(call)).length, calls.filter(whole).length);

const mean =
  (of: (call: CallDocument) => number | undefined): OfCalls =>
  (calls) =>
    meanOf(calls.map(of));

/** Of the calls' sums, so that long calls weigh more. */
const loss =
  (way: Way, onTheWay: (lost: number, count: number) => number): OfCalls =>
  (calls) => {
    const lost = sum(calls.map((call) => call[way].packetsLost ?? 0));
    const count = sum(calls.map((call) => call[way].packetsCount ?? 0));
    const { value } = percentOf(lost, onTheWay(lost, count));
    return { value, restsOn: calls.filter((call) => call[way].packetsLost !== undefined).length };
  };

const counted =
  (is: (call: CallDocument) => boolean): OfCalls =>
  (calls) =>
    exactly(calls.filter(is).length);

const isJudged = ({ rating }: CallDocument) => rating !== 'unclassified';
const wasTaken = ({ talkSeconds }: CallDocument) => talkSeconds !== undefined;
const shorterThan = (seconds: number) =>
  share(({ talkSeconds = Number.POSITIVE_INFINITY }) => talkSeconds < seconds, wasTaken);

const isPoor = ({ rating }: CallDocument) => rating === 'poor';
const reported = ({ problem }: CallDocument) => problem !== undefined;
/** By what warnings each symptom is borne out, written down once more. */
const sameMatter: Readonly<Record<Symptom, string>> = {
  noAudio: 'nothingArrives nothingLeaves callerSilent microphoneSilent deviceLost',
  oneWay: 'nothingArrives nothingLeaves callerSilent microphoneSilent deviceLost',
  choppy: 'lossToAgent lossFromAgent',
  echo: '',
  delay: 'delay',
  dropped: 'networkChanged nothingArrives nothingLeaves',
  couldNotAccept: '',
};
const warnedOfIt = ({ problem, warnings: its = [] }: CallDocument) =>
  problem?.symptoms.some((symptom) =>
    its.some(({ kind }) => sameMatter[symptom].split(' ').includes(kind)),
  ) ?? false;
const isMeasured = (call: CallDocument) =>
  reported(call) && (call.rating === 'poor' || call.rating === 'fair' || warnedOfIt(call));
const isReportedOfGood = (call: CallDocument) =>
  reported(call) && call.rating === 'good' && !warnedOfIt(call);
const symptomId = (symptom: Symptom) => `reported${symptom[0]?.toUpperCase()}${symptom.slice(1)}`;
const reports: Readonly<Record<string, OfCalls>> = {
  reportedCalls: counted(reported),
  reportedMeasured: counted(isMeasured),
  reportedGood: counted(isReportedOfGood),
  unreportedPoor: counted((call) => isPoor(call) && !reported(call)),
  confirmedReports: share(isMeasured, (call) => isMeasured(call) || isReportedOfGood(call)),
  ...Object.fromEntries(
    symptoms.map((symptom) => [
      symptomId(symptom),
      counted(({ problem }) => problem?.symptoms.includes(symptom) ?? false),
    ]),
  ),
};

const warned = (call: CallDocument, kind?: WarningKind) =>
  call.warnings?.some((one) => kind === undefined || one.kind === kind) ?? false;
const dismissed = (call: CallDocument, kind?: WarningKind) =>
  call.warnings?.some((one) => one.change === 'dismissed' && (kind === undefined || one.kind === kind)) ??
  false;
const warnings: Readonly<Record<string, OfCalls>> = {
  warnedCalls: counted((call) => warned(call)),
  warnedPoor: share(isPoor, (call) => warned(call) && isJudged(call)),
  dismissedCalls: counted((call) => dismissed(call)),
  ...Object.fromEntries(
    warningKinds.flatMap((kind) => [
      [`warned${kind[0]?.toUpperCase()}${kind.slice(1)}`, counted((call) => warned(call, kind))],
      [`dismissed${kind[0]?.toUpperCase()}${kind.slice(1)}`, counted((call) => dismissed(call, kind))],
    ]),
  ),
};

/** The measures of calls, by their ids, written down once more: from whole documents and without any search. */
export const callMeasures: Readonly<Record<string, OfCalls>> = {
  ...reports,
  ...warnings,
  calls: (calls) => exactly(calls.length),
  poorCalls: share(({ rating }) => rating === 'poor', isJudged),
  unclassifiedCalls: share(({ rating }) => rating === 'unclassified'),
  missedCalls: share(({ missed }) => missed),
  setupFailures: share(
    ({ failures }) => failures.length > 0,
    ({ reportArrived }) => reportArrived,
  ),
  shortCalls10: shorterThan(10),
  shortCalls30: shorterThan(30),
  shortCalls60: shorterThan(60),
  poorTime: (calls) => {
    const seconds = (of: (call: CallDocument) => number) => sum(calls.map(of));
    const poor = seconds((call) => call.seconds.poor);
    const judged = seconds((call) => call.seconds.good + call.seconds.fair + call.seconds.poor);
    return { value: percentOf(poor, judged).value, restsOn: calls.length };
  },
  mos: mean((call) => call.mos?.avg),
  mosToAgent: mean((call) => call.toAgent.mos?.avg),
  mosFromAgent: mean((call) => call.fromAgent.mos?.avg),
  lossToAgent: loss('toAgent', (lost, count) => lost + count),
  lossFromAgent: loss('fromAgent', (_, count) => count),
  jitterToAgent: mean((call) => call.toAgent.jitterMillis?.avg),
  jitterFromAgent: mean((call) => call.fromAgent.jitterMillis?.avg),
  roundTripToAgent: mean((call) => call.toAgent.roundTripTimeMillis?.avg),
  roundTripFromAgent: mean((call) => call.fromAgent.roundTripTimeMillis?.avg),
};
