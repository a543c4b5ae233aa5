import type { Call } from '../../model/messages/call.ts';
import type { ReportFailure } from '../../model/messages/report-names.ts';
import { type Named, stableId } from '../organisation.ts';
import { apiTime } from './api-time.ts';
import type { Faults } from './faults.ts';
import type { Persona } from './persona.ts';
import type { Random } from './random.ts';
import { loadAt, type Shift } from './work-hours.ts';

/** A stretch of a call in which silence is as it should be. */
export type Pause = { readonly kind: 'mute' | 'hold'; readonly from: number; readonly to: number };

/** `vanished`: left without after-call work, so no report; `reloaded`: the page was, so nothing more came. */
export type Outcome = 'completed' | 'missed' | 'setupFailed' | 'vanished' | 'reloaded';

/** One call as it will go, in epoch milliseconds. */
export type PlannedCall = {
  readonly contactId: string;
  readonly queue: Named;
  readonly direction: NonNullable<Call['direction']>;
  readonly outcome: Outcome;
  readonly failure: ReportFailure;
  readonly rungAt: number;
  /** When the agent took it, or it stopped ringing. */
  readonly acceptedAt: number;
  /** How long the agent API took to answer. */
  readonly acceptMillis: number;
  readonly connectedAt: number;
  readonly endedAt: number;
  readonly clearedAt: number;
  readonly pauses: readonly Pause[];
};

/** How busy agents are. */
export type Pace = {
  /** An agent who is free gets a call this often, on average over the day. */
  readonly meanGapMillis: number;
  /** Half of the calls are shorter. */
  readonly medianTalkMillis: number;
};

/** Few calls, so that a week can be filled at once. */
const demoPace: Pace = { meanGapMillis: 29 * 60_000, medianTalkMillis: 150_000 };

const outcomes: readonly Outcome[] = ['completed', 'missed', 'vanished', 'setupFailed', 'reloaded'];
const outcomeWeights = [93.6, 3.2, 1.8, 0.8, 0.6];
/** A profile's first queue is its main one. */
const queueWeights = [5, 3, 2];
const failures: readonly ReportFailure[] = [
  'iceCollection',
  'handshaking',
  'gumTimeout',
  'noRemoteIceCandidate',
];

/** Plans an agent's calls of one shift. */
export function planCalls(
  persona: Persona,
  shift: Shift,
  faults: Faults,
  random: Random,
  pace = demoPace,
): PlannedCall[] {
  const calls: PlannedCall[] = [];
  const freeFrom = (at: number) => (at >= shift.lunch.from && at < shift.lunch.to ? shift.lunch.to : at);
  const gap = (at: number) => random.wait(pace.meanGapMillis) / loadAt((at - shift.midnight) / 3_600_000);
  let at = freeFrom(shift.startsAt + gap(shift.startsAt) / 2);
  while (at < shift.endsAt - 5 * 60_000) {
    const call = planCall(persona, Math.round(at), faults, random, pace);
    calls.push(call);
    at = freeFrom(call.clearedAt + gap(call.clearedAt));
  }
  return calls;
}

function planCall(persona: Persona, rungAt: number, faults: Faults, random: Random, pace: Pace): PlannedCall {
  const outcome = random.pick(outcomes, outcomeWeights);
  const ring = outcome === 'missed' ? 20_000 : Math.min(19_000, random.logNormal(3800, 0.5));
  const acceptedAt = Math.round(rungAt + ring);
  const { timeMillis: acceptMillis } = apiTime(
    'acceptContact',
    persona.agent.site.name,
    acceptedAt,
    faults,
    random,
  );
  const connectedAt = Math.round(acceptedAt + acceptMillis + random.between(350, 900));
  const talks = outcome === 'missed' || outcome === 'setupFailed' ? 0 : talkMillis(random, pace);
  const endedAt = outcome === 'missed' ? acceptedAt : Math.round(connectedAt + talks);
  const { queues } = persona.agent.routingProfile;
  const wrapUp = outcome === 'missed' ? 0 : random.logNormal(28_000, 0.5);
  return {
    contactId: stableId(`contact/${persona.agent.username}/${rungAt}`),
    queue: random.pick(queues, queueWeights.slice(0, queues.length)),
    direction: directionOf(persona, random),
    outcome,
    failure: random.pick(failures),
    rungAt,
    acceptedAt,
    acceptMillis,
    connectedAt,
    endedAt,
    clearedAt: Math.round(endedAt + wrapUp),
    pauses: talks > 60_000 ? pausesOf(connectedAt, endedAt, random) : [],
  };
}

function talkMillis(random: Random, { medianTalkMillis }: Pace): number {
  return Math.min(1_200_000, Math.max(12_000, random.logNormal(medianTalkMillis, 0.65)));
}

function directionOf(persona: Persona, random: Random): PlannedCall['direction'] {
  const sells = persona.agent.routingProfile.name === 'Sales';
  return random.pick(['inbound', 'outbound', 'callback'] as const, sells ? [70, 25, 5] : [95, 3, 2]);
}

/** At most one hold and one mute, the hold in the first half and the mute in the second. */
function pausesOf(connectedAt: number, endedAt: number, random: Random): Pause[] {
  const half = (endedAt - connectedAt) / 2;
  const pause = (kind: Pause['kind'], begin: number, most: number): Pause => {
    const from = Math.round(begin + random.between(0.1, 0.4) * half);
    return { kind, from, to: Math.round(from + Math.min(random.between(0.3, 1) * most, half * 0.5)) };
  };
  return [
    ...(random.chance(0.2) ? [pause('hold', connectedAt, 70_000)] : []),
    ...(random.chance(0.18) ? [pause('mute', connectedAt + half, 25_000)] : []),
  ];
}
