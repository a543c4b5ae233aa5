import type { ReportFailure } from '../messages/report-names.ts';
import type { DirectionEvidence, HeardLeg } from './evidence.ts';
import type { Case, Fact, Found } from './fact.ts';

/**
 * What a failure of the set-up tells. The browser itself says that it got no microphone; what happens on the way, or in
 * the browser's media, may be everybody's. A busy user or a description that cannot be read may be anything.
 */
const failureTells: Readonly<Record<ReportFailure, 'microphone' | 'connection' | 'nothing'>> = {
  gumOther: 'microphone',
  gumTimeout: 'microphone',
  iceCollection: 'connection',
  signallingConnection: 'connection',
  handshaking: 'connection',
  noRemoteIceCandidate: 'connection',
  createOffer: 'connection',
  setLocalDescription: 'connection',
  setRemoteDescription: 'connection',
  userBusy: 'nothing',
  invalidRemoteSDP: 'nothing',
};

const unknown: Found = { holds: null };

/** Something was measured or reported of the agent's own connection. */
export const legKnown: Fact = ({ contact: { leg } }) => ({
  holds: leg !== undefined && (leg.kind === 'failed' || directions(leg).some(isJudged)),
});

/** Both directions between the agent and Amazon Connect were measured, and neither was poor. */
export const legsClean: Fact = ({ contact: { leg } }) => {
  if (!leg) return unknown;
  if (leg.kind === 'failed') return { holds: false };
  const both = directions(leg);
  if (both.some(isPoor)) return { holds: false, ...worstOf(leg) };
  return both.every(isJudged) ? { holds: true, ...worstOf(leg) } : unknown;
};

/** A direction of the agent's connection was poor. */
const legPoor: Fact = ({ contact: { leg } }) => {
  if (!leg) return unknown;
  if (leg.kind === 'failed') return { holds: false };
  const both = directions(leg);
  if (both.some(isPoor)) return { holds: true, ...worstOf(leg) };
  return both.every(isJudged) ? { holds: false, ...worstOf(leg) } : unknown;
};

/** The set-up failed on the way between the agent and Amazon Connect, or in the browser. */
const connectionFailed: Fact = failureThat('connection');
/** The browser got no microphone. */
export const microphoneFailed: Fact = failureThat('microphone');
/** The set-up failed in a way that says nothing about whose fault it is. */
export const failureUntelling: Fact = failureThat('nothing');

/** Loss or jitter made the agent's voice poor; what the agent heard was not. */
export const onlyFromAgent: Fact = ({ contact: { leg } }) => {
  if (leg?.kind !== 'heard' || !isJudged(leg.fromAgent)) return unknown;
  const said = leg.fromAgent;
  const isTheirs = isPoor(said) && said.reasons.some((reason) => reason === 'loss' || reason === 'jitter');
  if (!isTheirs || isPoor(leg.toAgent)) return { holds: false };
  return isJudged(leg.toAgent) ? { holds: true, ...percentOf(said) } : unknown;
};

/** The microphone gave no sound though neither muted nor on hold. */
export const fromAgentSilent: Fact = silent('fromAgent');
/** The agent heard nothing though not on hold, and though packets came. */
export const toAgentSilent: Fact = silent('toAgent');

export const customerScoreLow: Fact = scoreLow('customerScore');
export const agentScoreLow: Fact = scoreLow('agentScore');

/** Amazon Connect says that the agent's connection broke off. */
export const agentConnectionNamed: Fact = issueNamed((issue) => issue === 'AGENT_CONNECTIVITY_ISSUE');
/** Amazon Connect says that the customer could not hear the agent because of the agent's device. */
export const agentDeviceNamed: Fact = issueNamed((issue) => issue === 'AGENT_DEVICE_ISSUE');
/** Amazon Connect says that it was the customer's connection or device. */
export const customerNamed: Fact = issueNamed((issue) => issue.startsWith('CUSTOMER_'));

/**
 * Something went wrong between the agent and Amazon Connect: the call was poor there, or its set-up failed there, or
 * Amazon Connect says so of one that sounded well until it broke off.
 */
export const legTrouble: Fact = (its) => {
  const [poor, failed] = [legPoor(its), connectionFailed(its)];
  if (poor.holds || failed.holds) return poor.holds ? poor : failed;
  const named = agentConnectionNamed(its);
  if (legsClean(its).holds && named.holds && customerScoreLow(its).holds === false) return named;
  return poor.holds === null ? unknown : poor;
};

/** Something points to the agent's side or to the customer's. */
export const anySign: Fact = (its) => {
  const signs = [
    fromAgentSilent,
    toAgentSilent,
    customerScoreLow,
    agentScoreLow,
    agentConnectionNamed,
    agentDeviceNamed,
    customerNamed,
  ];
  return { holds: signs.some((sign) => sign(its).holds) };
};

function failureThat(tells: (typeof failureTells)[ReportFailure]): Fact {
  return ({ contact: { leg } }) => {
    if (!leg) return unknown;
    if (leg.kind === 'heard') return { holds: false };
    const told = leg.failures.map((failure) => failureTells[failure]);
    // A microphone that was not there fails whatever comes after it.
    const strongest = (['microphone', 'connection', 'nothing'] as const).find((one) => told.includes(one));
    const holds = (strongest ?? 'nothing') === tells;
    const name = leg.failures.find((failure) => failureTells[failure] === tells);
    return { holds, ...(holds && name ? { name } : {}) };
  };
}

function silent(direction: 'toAgent' | 'fromAgent'): Fact {
  return ({ contact: { leg }, limits }: Case) => {
    if (leg?.kind !== 'heard') return unknown;
    const { silentSeconds, seconds } = leg[direction];
    if (silentSeconds === undefined || seconds < limits.fewestSilenceSeconds) return unknown;
    const value = Math.round((100 * silentSeconds) / seconds);
    return { holds: value >= limits.silentPercent, value, of: seconds, limit: limits.silentPercent };
  };
}

function scoreLow(whose: 'agentScore' | 'customerScore'): Fact {
  return ({ contact: { record }, limits: { lowNativeScore: limit } }) => {
    if (!record) return unknown;
    const value = record[whose];
    return value === undefined ? { holds: false } : { holds: value < limit, value, limit };
  };
}

function issueNamed(isIt: (issue: string) => boolean): Fact {
  return ({ contact: { record } }) => {
    if (!record) return unknown;
    const name = record.disconnectIssue;
    return name !== undefined && isIt(name) ? { holds: true, name } : { holds: false };
  };
}

const directions = (leg: HeardLeg) => [leg.toAgent, leg.fromAgent];
const isPoor = ({ rating }: DirectionEvidence) => rating === 'poor';
const isJudged = ({ rating }: DirectionEvidence) => rating !== 'unclassified';

function worstOf(leg: HeardLeg): Pick<Found, 'value'> {
  const known = directions(leg).flatMap(({ poorPercent }) => poorPercent ?? []);
  return known.length > 0 ? { value: Math.max(...known) } : {};
}

const percentOf = ({ poorPercent }: DirectionEvidence) =>
  poorPercent === undefined ? {} : { value: poorPercent };
