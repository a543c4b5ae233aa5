import type { Random } from '../../local/fleet/random.ts';

/** Somebody who takes calls somewhere, with what that place and that desk are like. */
export type FleetAgent = {
  readonly name: string;
  /** Where the deployment's list of sites says so; at home it says nothing. */
  readonly site?: string;
  readonly provider: number;
  readonly publicIp: string;
  /** Most browsers do not tell it. */
  readonly privateIp?: string;
  readonly roundTripMillis: number;
  /** A headset that lets nothing through while nobody speaks. */
  readonly noiseGate: boolean;
  /** A browser that does not measure what the agent hears, or no level of sound. */
  readonly lacks?: 'audio_input' | 'levels';
  /** An agent on another page, of whom nothing comes. */
  readonly sendsNothing: boolean;
};

/** Three sites, a tiny one, and homes on the networks of two providers. */
const places = [
  { site: 'Lisbon', agents: 14, provider: 64501, roundTripMillis: 46 },
  { site: 'Krakow', agents: 12, provider: 64502, roundTripMillis: 24 },
  { site: 'Manila', agents: 10, provider: 64503, roundTripMillis: 188 },
  { site: 'Bergen', agents: 2, provider: 64504, roundTripMillis: 38 },
  { agents: 8, provider: 64511, roundTripMillis: 60 },
  { agents: 7, provider: 64512, roundTripMillis: 70 },
] as const;

export const fleetSites = Object.fromEntries(
  places.flatMap((place, i) => ('site' in place ? [[place.site, [`198.51.${i}.0/24`]]] : [])),
);

/** Whose network an address is of, as a database in MaxMind's format says it. */
export const fleetProviders = {
  get: (address: string) => ({ autonomous_system_number: providerOf(address.split('.').map(Number)) }),
};

function providerOf([first, , third = 0]: readonly number[]): number | undefined {
  const isHome = first === 203;
  return places[isHome ? 4 + (third % 2) : third]?.provider;
}

export function fleetAgents(random: Random): readonly FleetAgent[] {
  return places.flatMap((place, i) =>
    Array.from({ length: place.agents }, (_, n) => ({
      name: `agent.${i}.${n}`,
      provider: place.provider,
      ...('site' in place ? deskAt(place.site, i, n, random) : { publicIp: `203.0.${2 * n + (i - 4)}.7` }),
      roundTripMillis: place.roundTripMillis + random.between(0, 15),
      noiseGate: random.chance(0.3),
      ...(random.chance(0.08) ? { lacks: random.pick(['audio_input', 'levels'] as const) } : {}),
      sendsNothing: random.chance(0.05),
    })),
  );
}

function deskAt(site: string, i: number, n: number, random: Random) {
  const privateIp = random.chance(0.4) ? { privateIp: `10.${i}.${n % 2}.${20 + n}` } : {};
  return { site, publicIp: `198.51.${i}.10`, ...privateIp };
}
