/**
 * The contact centre that everything local plays: the simulated Connect serves it, the demo history is about it.
 * Plain data, the same on every machine and at every start.
 */
import { createHash } from 'node:crypto';

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
}
export interface Site {
  readonly name: string;
  readonly publicCidr: string;
  readonly privateCidr: string;
  /** Invented, so that no real provider is blamed for a fault of the demo. */
  readonly isp: string;
  /** From the range that RFC 5398 keeps for documentation. */
  readonly asNumber: number;
}
export interface RoutingProfile extends Named {
  readonly queues: readonly Named[];
}
export interface HierarchyGroup extends Named {
  readonly level: 1 | 2;
  /** The group above; absent at level 1. */
  readonly parent?: HierarchyGroup;
}
export interface Agent extends Named {
  /** Lower case, as the page sends it. */
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly routingProfile: RoutingProfile;
  readonly hierarchy: { readonly level1: HierarchyGroup; readonly level2: HierarchyGroup };
  readonly site: Site;
  /** Inside the site's ranges. */
  readonly publicIp: string;
  readonly privateIp: string;
}
export interface AgentStateDefinition extends Named {
  readonly type: 'routable' | 'not_routable' | 'offline';
}
export interface Organisation {
  readonly instanceId: string;
  readonly instanceArn: string;
  readonly region: string;
  readonly accountId: string;
  readonly sites: readonly Site[];
  readonly queues: readonly Named[];
  readonly routingProfiles: readonly RoutingProfile[];
  readonly hierarchyLevels: readonly Named[];
  readonly hierarchyGroups: readonly HierarchyGroup[];
  readonly states: readonly AgentStateDefinition[];
  readonly agents: readonly Agent[];
}
export interface OrganisationOptions {
  readonly instanceId?: string;
  readonly region?: string;
  readonly accountId?: string;
}

/** The instance's id when nothing else is set. */
export const DEFAULT_INSTANCE_ID = '7f0c2d5e-3b1a-4c68-9d2e-5a4b8c6d1e0f';

export const SITES: readonly Site[] = [
  site('Lisbon', '81.84.12.0/24', '10.10.0.0/16', 'Tejo Fibra', 64501),
  site('Krakow', '77.252.40.0/24', '10.20.0.0/16', 'Wisla Net', 64502),
  site('Manila', '112.198.60.0/24', '10.30.0.0/16', 'Luzon Broadband', 64503),
];

const PROFILES: Record<string, readonly string[]> = {
  'Customer Care': ['Billing', 'Orders', 'Returns'],
  'Technical Support': ['Technical Support', 'Returns'],
  Sales: ['New Sales', 'Upgrades', 'Orders'],
  Premium: ['VIP', 'Retention', 'Billing'],
};

/** Level 1 → level 2 → the routing profile of the team. Teams have members at every site, so a site's fault is not a team's. */
const DIVISIONS: Record<string, Record<string, string>> = {
  Service: {
    'Billing Team': 'Customer Care',
    'Orders Team': 'Customer Care',
    'Technical Team': 'Technical Support',
  },
  Commercial: { 'Acquisition Team': 'Sales', 'Upgrade Team': 'Sales', 'Premium Team': 'Premium' },
};

const PEOPLE: Record<string, string> = {
  Lisbon:
    'Ana Silva,Joao Santos,Maria Ferreira,Pedro Pereira,Ines Oliveira,Tiago Costa,Sofia Rodrigues,Rui Martins,' +
    'Catarina Sousa,Miguel Fernandes,Beatriz Goncalves,Diogo Gomes,Marta Lopes,Andre Marques,Joana Alves,' +
    'Nuno Almeida,Rita Ribeiro,Hugo Pinto,Carla Carvalho,Bruno Teixeira',
  Krakow:
    'Anna Nowak,Piotr Kowalski,Katarzyna Wisniewska,Tomasz Wojcik,Magdalena Kaminska,Marcin Lewandowski,' +
    'Agnieszka Zielinska,Pawel Szymanski,Monika Wozniak,Krzysztof Dabrowski,Ewa Kozlowska,Michal Jankowski,' +
    'Joanna Mazur,Adam Kwiatkowski,Natalia Krawczyk,Jakub Piotrowski,Karolina Grabowska,Lukasz Pawlak,' +
    'Alicja Michalska,Rafal Zajac',
  Manila:
    'Maria Reyes,Jose Cruz,Angelica Bautista,Mark Garcia,Grace Mendoza,Paolo Torres,Jasmine Castillo,Carlo Ramos,' +
    'Liza Aquino,Rafael Navarro,Bianca Salazar,Miguel Villanueva,Carmela Domingo,Jerome Pascual,Nicole Santiago,' +
    'Dennis Soriano,Trisha Valdez,Renato Mercado,Hazel Manalo,Kevin Dizon',
};

const STATES: Record<string, AgentStateDefinition['type']> = {
  Available: 'routable',
  Offline: 'offline',
  Break: 'not_routable',
  Lunch: 'not_routable',
  Training: 'not_routable',
};

/**
 * Makes the contact centre: 60 agents, 8 queues, 4 routing profiles, 3 sites, 2 divisions of 3 teams.
 * The same options give the same identifiers.
 */
export function makeOrganisation(options: OrganisationOptions = {}): Organisation {
  const { instanceId = DEFAULT_INSTANCE_ID, region = 'eu-central-1', accountId = '123456789012' } = options;
  const instanceArn = `arn:aws:connect:${region}:${accountId}:instance/${instanceId}`;
  const named = (kind: string, name: string): Named => {
    const id = stableId(`${kind}/${name}`);
    return { id, name, arn: `${instanceArn}/${kind}/${id}` };
  };
  const queueNames = [...new Set(Object.values(PROFILES).flat())];
  const queues = queueNames.map((name) => named('queue', name));
  const routingProfiles = Object.entries(PROFILES).map(([name, its]) => ({
    ...named('routing-profile', name),
    queues: its.map((queue) => find(queues, queue)),
  }));
  const divisions: HierarchyGroup[] = Object.keys(DIVISIONS).map((name) => ({
    ...named('agent-group', name),
    level: 1,
  }));
  const teams: (HierarchyGroup & { parent: HierarchyGroup; routingProfile: RoutingProfile })[] =
    Object.entries(DIVISIONS).flatMap(([division, its]) =>
      Object.entries(its).map(([name, profile]) => ({
        ...named('agent-group', name),
        level: 2 as const,
        parent: find(divisions, division),
        routingProfile: find(routingProfiles, profile),
      })),
    );
  const agents = SITES.flatMap((place) =>
    (PEOPLE[place.name] ?? '').split(',').map((fullName, index): Agent => {
      const username = fullName.toLowerCase().replace(' ', '.');
      const { routingProfile, ...team } = at(teams, index % teams.length);
      return {
        ...named('agent', username),
        ...personNames(fullName),
        username,
        routingProfile,
        hierarchy: { level1: team.parent, level2: team },
        site: place,
        publicIp: host(place.publicCidr, 10 + (index % 2)),
        privateIp: host(place.privateCidr, 20 + index),
      };
    }),
  );
  return {
    instanceId,
    instanceArn,
    region,
    accountId,
    sites: SITES,
    queues,
    routingProfiles,
    hierarchyLevels: ['Division', 'Team'].map((name) => named('agent-group-level', name)),
    hierarchyGroups: [...divisions, ...teams.map(({ routingProfile: _, ...team }) => team)],
    states: Object.entries(STATES).map(([name, type]) => ({ ...named('agent-state', name), type })),
    agents,
  };
}

/**
 * The agent of that user name (any case). A name that nobody has gives a guest with the first agent's place and profile,
 * so that a test can use any name.
 */
export function agentNamed(organisation: Organisation, username: string): Agent {
  const name = username.toLowerCase();
  const known = organisation.agents.find((agent) => agent.username === name);
  if (known) return known;
  const id = stableId(`agent/${name}`);
  const arn = `${organisation.instanceArn}/agent/${id}`;
  return { ...at(organisation.agents, 0), id, arn, username: name, name, firstName: name, lastName: '' };
}

/** A UUID that depends on the text alone (SHA-256, with the version and variant bits of a UUIDv8, RFC 9562). */
export function stableId(text: string): string {
  const hex = createHash('sha256').update(`softphone-quality/${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function site(name: string, publicCidr: string, privateCidr: string, isp: string, asNumber: number): Site {
  return { name, publicCidr, privateCidr, isp, asNumber };
}

function personNames(fullName: string): { name: string; firstName: string; lastName: string } {
  const [firstName = fullName, lastName = ''] = fullName.split(' ');
  return { name: fullName, firstName, lastName };
}

function host(cidr: string, number: number): string {
  return cidr.replace(/\d+\/\d+$/, String(number));
}

function find<T extends Named>(things: readonly T[], name: string): T {
  const thing = things.find((one) => one.name === name);
  if (!thing) throw new Error(`The contact centre has no "${name}": correct local/organisation.ts`);
  return thing;
}

function at<T>(things: readonly T[], index: number): T {
  const thing = things[index];
  if (thing === undefined) throw new RangeError(`No element ${index} of ${things.length}`);
  return thing;
}
