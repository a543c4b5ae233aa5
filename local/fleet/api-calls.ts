import { apiTime } from './api-time.ts';
import type { PlannedCall } from './call-plan.ts';
import type { Faults } from './faults.ts';
import type { Random } from './random.ts';
import type { Shift } from './work-hours.ts';

/** One call of the agent API. */
export type ApiCall = {
  readonly name: string;
  readonly at: number;
  readonly timeMillis: number;
  readonly httpStatus: number;
  /** Made by the page of its own accord, whatever the agent does. */
  readonly polling: boolean;
};

const signIn = [
  'createTransport',
  'getAgentConfiguration',
  'getAgentPermissions',
  'getAgentStates',
  'getDialableCountryCodes',
  'getRoutingProfileQueues',
  'putAgentState',
] as const;
const pollMillis = 30_000;

/** Every call of the agent API that a page makes in a shift, in the order of time. */
export function apiCallsOf(
  site: string,
  shift: Shift,
  calls: readonly PlannedCall[],
  faults: Faults,
  random: Random,
): ApiCall[] {
  const made: ApiCall[] = [];
  const make = (name: string, at: number, polling = false) =>
    made.push({ name, at: Math.round(at), polling, ...apiTime(name, site, at, faults, random) });
  signIn.forEach((name, i) => {
    make(name, shift.startsAt + i * 60);
  });
  make('putAgentState', shift.lunch.from);
  make('putAgentState', shift.lunch.to);
  make('putAgentState', shift.endsAt);
  for (const call of calls) made.push(...callsForContact(site, call, faults, random));
  for (let at = shift.startsAt + pollMillis; at < shift.endsAt; at += pollMillis) {
    make('getAgentConfiguration', at, true);
    made.push(snapshot(at, random));
  }
  return made.sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
}

/** The long poll: answered when something changed, at the latest after 30 s. */
function snapshot(at: number, random: Random): ApiCall {
  const timeMillis = Math.round(
    random.chance(0.6) ? random.between(29_800, 30_200) : random.between(200, 29_000),
  );
  return { name: 'getAgentSnapshot', at: Math.round(at), timeMillis, httpStatus: 200, polling: true };
}

function callsForContact(site: string, call: PlannedCall, faults: Faults, random: Random): ApiCall[] {
  const make = (name: string, at: number, polling = false): ApiCall => ({
    name,
    at: Math.round(at),
    polling,
    ...apiTime(name, site, at, faults, random),
  });
  if (call.outcome === 'missed') return [make('putAgentState', call.acceptedAt + 5000)];
  const accept = { ...make('acceptContact', call.acceptedAt), timeMillis: call.acceptMillis };
  const held = call.pauses.filter(({ kind }) => kind === 'hold');
  const metrics: ApiCall[] = [];
  for (let at = call.connectedAt + pollMillis; at < call.endedAt; at += pollMillis)
    metrics.push(make('sendSoftphoneCallMetrics', at, true));
  return [
    make('createTransport', call.rungAt),
    accept,
    ...metrics,
    ...held.flatMap(({ from, to }) => [make('holdConnection', from), make('resumeConnection', to)]),
    ...(random.chance(0.4) ? [make('destroyConnection', call.endedAt - 150)] : []),
    ...(call.outcome === 'completed' ? [make('sendSoftphoneCallReport', call.endedAt + 40)] : []),
    make('clearContact', call.clearedAt),
  ];
}
