import type {
  CheckOutcome,
  Preflight,
  PreflightCheck,
  PreflightReason,
} from '../../model/messages/preflight.ts';
import type { ReadinessChange } from '../../model/messages/readiness.ts';
import type { ReadinessKind } from '../../model/messages/readiness-kinds.ts';
import type { Faults } from './faults.ts';
import { severity } from './faults.ts';
import type { Persona } from './persona.ts';
import { type Random, randomOf } from './random.ts';
import type { Shift } from './work-hours.ts';

type Check = Preflight['checks'][number];

/** A day of an agent, as far as what is beside calls hangs on it. */
export type AgentDay = {
  readonly persona: Persona;
  readonly shift: Shift;
  readonly faults: Faults;
  readonly seed: number;
  readonly date: string;
};

/** What the checks before the first call found on a day, and what kept the agent from a call between calls. */
export type AgentSide = {
  readonly checks: readonly Preflight[];
  readonly changes: readonly ReadinessChange[];
};

/** Of so many agents at home the router or the VPN lets no UDP through, always. */
const withoutUdp = 0.12;
/** Of the agents whose check failed so many see to it, and check again. */
const lookAgain = 0.65;
const minuteMillis = 60_000;

/**
 * Chance of its own, so that the rest of the history is what it was. The demo's faults are in it: on the site's bad day
 * nothing is reached by UDP and connections fall silent, and while an operation fails so does the agent API.
 */
export function agentSideOf(day: AgentDay): AgentSide {
  const random = randomOf(day.seed, 'agent-side', day.persona.agent.username, day.date);
  const first = checkOf(day, day.shift.startsAt, faultsOfDay(day, random), random);
  // Most of those who cannot call do something about it, and look again.
  const again =
    first.outcome === 'failed' && random.chance(lookAgain)
      ? [checkOf(day, day.shift.startsAt + random.between(2, 9) * minuteMillis, [], random, 'page')]
      : [];
  const changes = troublesOf(day, random).flatMap(([kind, at, lasted]) => changesOf(kind, at, lasted));
  return { checks: [first, ...again], changes: changes.sort((a, b) => (a.at < b.at ? -1 : 1)) };
}

type Fault = readonly [check: PreflightCheck, outcome: CheckOutcome, reason: PreflightReason];

function faultsOfDay({ persona, faults, seed, date }: AgentDay, random: Random): Fault[] {
  const { username, site } = persona.agent;
  const isAlways = (what: string, share: number) => randomOf(seed, what, username).chance(share);
  const isBadDay = site.name === faults.siteNetwork.site && date === faults.siteNetwork.date;
  const found: (Fault | false)[] = [
    persona.worksAtHome && isAlways('without UDP', withoutUdp) && ['turnUdp', 'limited', 'blocked'],
    isBadDay && random.chance(0.55) && ['turnUdp', 'limited', 'timedOut'],
    isBadDay && random.chance(0.15) && ['turnTls', 'failed', 'timedOut'],
    random.chance(0.012) && ['microphonePermission', 'failed', 'denied'],
    random.chance(0.018) && ['devices', 'failed', 'missing'],
    random.chance(0.015) && ['microphoneLevel', 'limited', 'quiet'],
    (persona.device.cpuCount ?? 8) <= 4 && random.chance(0.2) && ['processor', 'limited', 'slow'],
    isAlways('slow clock', 0.03) && ['clockSkew', 'limited', 'late'],
    username === faults.agentLastMile.agent && ['sampleRate', 'limited', 'low'],
  ];
  const all = found.filter((one) => one !== false);
  return all.filter(([check], i) => all.findIndex(([other]) => other === check) === i);
}

function checkOf(
  { persona, faults, date }: AgentDay,
  at: number,
  its: readonly Fault[],
  random: Random,
  trigger: Preflight['trigger'] = 'signIn',
): Preflight {
  const isBadDay = persona.agent.site.name === faults.siteNetwork.site && date === faults.siteNetwork.date;
  const trip = persona.lastMile.roundTripMillis + (isBadDay ? severity.siteNetwork.roundTripMillis / 2 : 0);
  const passed: Check[] = [
    { check: 'browser', outcome: 'passed' },
    { check: 'microphonePermission', outcome: 'passed' },
    { check: 'devices', outcome: 'passed', value: 1 },
    { check: 'sampleRate', outcome: 'passed', value: 48_000 },
    { check: 'turnUdp', outcome: 'passed', value: round(trip * 2 + random.between(4, 30)) },
    { check: 'turnTcp', outcome: 'skipped', reason: 'notConfigured' },
    { check: 'turnTls', outcome: 'passed', value: round(trip * 4 + random.between(8, 60)) },
    { check: 'regionRoundTrip', outcome: 'passed', value: round(trip + random.between(1, 12)) },
    { check: 'apiRoundTrip', outcome: 'passed', value: round(trip + random.between(12, 60)) },
    { check: 'processor', outcome: 'passed', value: round(random.between(0.9, 1)) },
    { check: 'clockSkew', outcome: 'passed', value: Math.round(random.between(-900, 900)) },
  ];
  // Nobody speaks at sign-in: how loud the microphone is can only be heard on the check's page.
  const level: Check[] =
    trigger === 'page' ? [{ check: 'microphoneLevel', outcome: 'passed', value: 0.1 }] : [];
  const bad = its.map(([check, outcome, reason]): Check => ({ check, outcome, reason }));
  const others = [...passed, ...level].filter(({ check }) => !bad.some((one) => one.check === check));
  const outcomes = bad.map(({ outcome }) => outcome);
  return {
    startedAt: new Date(Math.round(at + random.between(2000, 20_000))).toISOString(),
    trigger,
    outcome: outcomes.includes('failed') ? 'failed' : outcomes.length > 0 ? 'limited' : 'ready',
    checks: [...bad, ...others],
  };
}

type TroubleOfDay = readonly [kind: ReadinessKind, at: number, lastedMillis: number];

function troublesOf({ persona, shift, faults, date }: AgentDay, random: Random): TroubleOfDay[] {
  const { site } = persona.agent;
  const some = (kind: ReadinessKind, mean: number, shortest: number, longest: number): TroubleOfDay[] =>
    Array.from({ length: random.poisson(mean) }, () => [
      kind,
      random.between(shift.startsAt + 20 * minuteMillis, shift.endsAt - 20 * minuteMillis),
      random.between(shortest, longest) * minuteMillis,
    ]);
  const isBadDay = site.name === faults.siteNetwork.site && date === faults.siteNetwork.date;
  const { from, to } = faults.slowOperation;
  const failing: TroubleOfDay[] =
    shift.startsAt < from && to < shift.endsAt && random.chance(0.4)
      ? [['apiFailing', random.between(from, to), 4 * minuteMillis]]
      : [];
  return [
    ...some('microphoneMissing', 0.05, 0.3, 6),
    ...some('microphoneBlocked', 0.01, 1, 5),
    ...some('pageFrozen', persona.worksAtHome ? 0.12 : 0.03, 1, 15),
    ...some('softphoneTwice', 0.04, 0.5, 9),
    ...some('connectionSilent', isBadDay ? 1.6 : 0.02, 0.5, 4),
    ...failing,
  ];
}

function changesOf(kind: ReadinessKind, at: number, lasted: number): ReadinessChange[] {
  const iso = (millis: number) => new Date(Math.round(millis)).toISOString();
  return [
    { kind, present: true, at: iso(at) },
    { kind, present: false, at: iso(at + lasted) },
  ];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
