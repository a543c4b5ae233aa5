import type { Random } from '../../local/fleet/random.ts';
import type { ReportFailure } from '../../model/messages/report-names.ts';
import type { FleetAgent } from './fleet-agents.ts';

/** Whose fault it truly is. */
export type Truth = 'agent' | 'siteOrIsp' | 'organisation' | 'telephonyOrCustomer' | 'nobody';

/** What a fault does to a call. */
export type Effect = {
  readonly truth: Truth;
  /** In percent of packets, in each direction. */
  readonly lossToAgent?: number;
  readonly lossFromAgent?: number;
  readonly jitterMillis?: number;
  readonly roundTripMillis?: number;
  readonly failure?: ReportFailure;
  readonly silent?: 'agent' | 'customer';
  readonly customerScore?: number;
  readonly disconnectIssue?: string;
};

/** A fault that lasts for a part of an hour: what it does to a call of an agent then, if anything. */
export type Planted = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly on: (agent: FleetAgent, random: Random) => Effect | undefined;
};

type Make = (agents: readonly FleetAgent[], random: Random) => Planted['on'];

const bothWays = (random: Random, truth: Truth): Effect => ({
  truth,
  lossToAgent: random.between(3, 16),
  lossFromAgent: random.between(3, 16),
  jitterMillis: random.between(10, 60),
  roundTripMillis: random.between(20, 250),
});

const only = (name: string, effect: (random: Random) => Effect): Planted['on'] => {
  return (agent, random) => (agent.name === name ? effect(random) : undefined);
};
const mostOf = (share: number, isIn: (agent: FleetAgent) => boolean, effect: (random: Random) => Effect) => {
  return (agent: FleetAgent, random: Random) =>
    isIn(agent) && random.chance(share) ? effect(random) : undefined;
};

const largeSites = ['Lisbon', 'Krakow', 'Manila'] as const;
const anyone = (agents: readonly FleetAgent[], random: Random) => random.pick(agents).name;

/** One of every kind. */
export const kinds: Readonly<Record<string, Make>> = {
  'last mile, both ways': (agents, random) => only(anyone(agents, random), (r) => bothWays(r, 'agent')),
  'last mile, only from the agent': (agents, random) =>
    only(anyone(agents, random), (r) => ({
      truth: 'agent',
      lossFromAgent: r.between(5, 20),
      jitterMillis: r.between(0, 20),
    })),
  'dead microphone': (agents, random) =>
    only(anyone(agents, random), (r) => ({
      truth: 'agent',
      silent: 'agent',
      ...(r.chance(0.7) ? { disconnectIssue: 'AGENT_DEVICE_ISSUE' } : {}),
    })),
  'no microphone': (agents, random) =>
    only(anyone(agents, random), (r) => ({
      truth: 'agent',
      failure: r.pick(['gumOther', 'gumTimeout'] as const),
    })),
  'connection lost at home': (agents, random) =>
    only(anyone(agents, random), (r) => ({
      truth: 'agent',
      ...(r.chance(0.6) ? { lossToAgent: r.between(4, 12), lossFromAgent: r.between(4, 12) } : {}),
      disconnectIssue: 'AGENT_CONNECTIVITY_ISSUE',
    })),
  'network of a site': (_, random) => {
    const site = random.pick(largeSites);
    return mostOf(
      0.9,
      (agent) => agent.site === site,
      (r) => bothWays(r, 'siteOrIsp'),
    );
  },
  'uplink of a site': (_, random) => {
    const site = random.pick(largeSites);
    return mostOf(
      0.85,
      (agent) => agent.site === site,
      (r) => ({ truth: 'siteOrIsp', lossFromAgent: r.between(4, 18) }),
    );
  },
  'firewall of a site': (_, random) => {
    const site = random.pick(largeSites);
    return mostOf(
      0.8,
      (agent) => agent.site === site,
      () => ({ truth: 'siteOrIsp', failure: 'iceCollection' }),
    );
  },
  'half of a site': (_, random) => {
    const site = random.pick(largeSites);
    return mostOf(
      0.9,
      (agent) => agent.site === site && Number(agent.name.at(-1)) % 2 === 0,
      (r) => bothWays(r, 'siteOrIsp'),
    );
  },
  'a tiny site': () =>
    mostOf(
      0.9,
      (agent) => agent.site === 'Bergen',
      (r) => bothWays(r, 'siteOrIsp'),
    ),
  'a provider of homes': (_, random) => {
    const provider = random.pick([64511, 64512]);
    return mostOf(
      0.85,
      (agent) => agent.provider === provider,
      (r) => bothWays(r, 'siteOrIsp'),
    );
  },
  'connections of a site break off': (_, random) => {
    const site = random.pick(largeSites);
    return mostOf(
      0.7,
      (agent) => agent.site === site,
      () => ({ truth: 'siteOrIsp', disconnectIssue: 'AGENT_CONNECTIVITY_ISSUE' }),
    );
  },
  'the whole organisation': () =>
    mostOf(
      0.85,
      () => true,
      (r) => bothWays(r, 'organisation'),
    ),
  'set-ups everywhere': () =>
    mostOf(
      0.75,
      () => true,
      () => ({ truth: 'organisation', failure: 'signallingConnection' }),
    ),
  'customers’ connections': () =>
    mostOf(
      0.15,
      () => true,
      (r) => ({ truth: 'telephonyOrCustomer', customerScore: r.between(1.3, 2.9) }),
    ),
  'customers who cannot be heard': () =>
    mostOf(
      0.12,
      () => true,
      (r) => ({
        truth: 'telephonyOrCustomer',
        silent: 'customer',
        disconnectIssue: r.pick(['CUSTOMER_DEVICE_ISSUE', 'CUSTOMER_CONNECTIVITY_ISSUE']),
      }),
    ),
  'nothing in particular': () => () => undefined,
};

/** What happens to anybody at any time: three calls in a hundred have a bad last mile of their own, both ways or one. */
export function ownBadLuck(random: Random): Effect | undefined {
  if (!random.chance(0.03)) return undefined;
  return random.chance(0.5)
    ? bothWays(random, 'agent')
    : { truth: 'agent', lossFromAgent: random.between(4, 15) };
}
