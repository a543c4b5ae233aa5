import { type Random, randomOf } from '../../local/fleet/random.ts';
import { type FleetAgent, fleetAgents } from './fleet-agents.ts';
import { type Effect, kinds, ownBadLuck, type Planted, type Truth } from './planted-faults.ts';

/**
 * A fleet with faults of every kind, second by second, and what Amazon Connect would record of it. It knows nothing of
 * verdicts, evidence or limits, and shares no code with the rules; what is measured is not what was planted: there is
 * chance in it, short calls, what browsers do not measure, records without scores.
 */
export type FleetSecond = {
  readonly packetsLost: number | null;
  readonly packetsCount: number | null;
  readonly jitterMillis: number | null;
  readonly roundTripTimeMillis: number | null;
  readonly audioLevel: number | null;
};

export type FleetCall = {
  readonly contactId: string;
  readonly agent: FleetAgent;
  /** Epoch milliseconds. */
  readonly connectedAt: number;
  readonly endedAt: number;
  readonly toAgent: readonly FleetSecond[];
  readonly fromAgent: readonly FleetSecond[];
  readonly failure?: NonNullable<Effect['failure']>;
  readonly reportArrives: boolean;
  /** As the contact's record has it. */
  readonly agentScore?: number;
  readonly customerScore?: number;
  readonly disconnectIssue?: string;
  readonly truth: Truth;
  readonly kind: string;
};

const hourMillis = 3_600_000;
const begin = Date.parse('2026-03-02T00:00:00Z');

/** The kinds of faults that there are. */
export const fleetKinds: readonly string[] = Object.keys(kinds);

/** The calls of an hour with a fault of a kind; three hours apart, so that none reaches into another's. */
export function fleetHour(seed: number, kind: string): readonly FleetCall[] {
  const make = kinds[kind];
  if (!make) throw new Error(`The fleet knows no "${kind}"`);
  const agents = fleetAgents(randomOf(seed, 'agents'));
  const random = randomOf(seed, kind);
  const start = begin + 3 * fleetKinds.indexOf(kind) * hourMillis;
  const from = start + random.between(5, 25) * 60_000;
  const planted = { name: kind, from, to: from + random.between(12, 30) * 60_000, on: make(agents, random) };
  return agents.flatMap((agent) => callsOf(agent, start, planted, random));
}

function callsOf(agent: FleetAgent, start: number, planted: Planted, random: Random): FleetCall[] {
  const calls: FleetCall[] = [];
  for (let at = start + random.between(0, 12) * 60_000; at < start + hourMillis; ) {
    const call = callAt(agent, Math.round(at), planted, random);
    calls.push(call);
    at = call.endedAt + random.between(2, 22) * 60_000;
  }
  return calls;
}

function callAt(agent: FleetAgent, connectedAt: number, planted: Planted, random: Random): FleetCall {
  const talk = Math.round(random.between(25, 100));
  const isDuring = connectedAt < planted.to && connectedAt + talk * 1000 > planted.from;
  const effect = (isDuring ? planted.on(agent, random) : undefined) ?? ownBadLuck(random);
  const seconds = effect?.failure ? 0 : talk;
  const touches = (second: number) =>
    effect?.truth === 'agent' ||
    (connectedAt + second * 1000 >= planted.from && connectedAt + second * 1000 < planted.to);
  const direction = (toAgent: boolean) =>
    Array.from({ length: seconds }, (_, i) =>
      secondOf(agent, toAgent, touches(i) ? effect : undefined, random),
    );
  return {
    contactId: uuid(random),
    agent,
    connectedAt,
    endedAt: connectedAt + seconds * 1000,
    toAgent: direction(true),
    fromAgent: direction(false),
    ...(effect?.failure ? { failure: effect.failure } : {}),
    reportArrives: effect?.failure !== undefined || random.chance(0.92),
    ...scores(effect, random),
    ...(effect?.disconnectIssue ? { disconnectIssue: effect.disconnectIssue } : {}),
    truth: effect?.truth ?? 'nobody',
    kind: planted.name,
  };
}

function secondOf(
  agent: FleetAgent,
  toAgent: boolean,
  effect: Effect | undefined,
  random: Random,
): FleetSecond {
  if (toAgent && agent.lacks === 'audio_input') return nothing;
  const loss = (toAgent ? effect?.lossToAgent : effect?.lossFromAgent) ?? 0;
  const lost = Math.min(50, random.poisson((50 * Math.max(0, loss * random.between(0.5, 1.5) + 0.1)) / 100));
  const isDead = effect?.silent === (toAgent ? 'customer' : 'agent');
  return {
    packetsLost: lost,
    packetsCount: toAgent ? 50 - lost : 50,
    jitterMillis: Math.round(random.between(1, 8) + (loss > 0 ? (effect?.jitterMillis ?? 0) : 0)),
    roundTripTimeMillis: Math.round(
      agent.roundTripMillis + (effect?.roundTripMillis ?? 0) + 5 * random.next(),
    ),
    audioLevel: agent.lacks === 'levels' ? null : isDead ? 0 : levelOf(agent, toAgent, random),
  };
}

const nothing: FleetSecond = {
  packetsLost: null,
  packetsCount: null,
  jitterMillis: null,
  roundTripTimeMillis: null,
  audioLevel: null,
};

function levelOf(agent: FleetAgent, toAgent: boolean, random: Random): number {
  if (random.chance(0.45)) return Math.round(random.logNormal(2500, 0.4));
  return agent.noiseGate && !toAgent ? 0 : Math.round(random.between(4, 70));
}

/** What Connect makes of it: about right, of some calls quite wrong, and not of every call. */
function scores(effect: Effect | undefined, random: Random): Pick<FleetCall, 'agentScore' | 'customerScore'> {
  const loss = Math.max(effect?.lossToAgent ?? 0, effect?.lossFromAgent ?? 0);
  const isMisjudged = random.chance(0.01);
  const agentScore = within(
    isMisjudged ? random.between(1.5, 2.9) : 4.4 - 0.16 * loss + 0.2 * random.normal(),
  );
  const customerScore = effect?.customerScore ?? within(4.2 + 0.25 * random.normal());
  const isWebCall = effect?.customerScore !== undefined || random.chance(0.25);
  return {
    ...(random.chance(0.7) && !effect?.failure ? { agentScore } : {}),
    ...(isWebCall && !effect?.failure ? { customerScore: within(customerScore) } : {}),
  };
}

const within = (score: number) => Math.round(100 * Math.min(5, Math.max(1, score))) / 100;

function uuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(16 * random.next()).toString(16)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
