import { dimensionsOf } from '../../../functions/enrich/dimensions.ts';
import { type Persona, personaOf } from '../../../local/fleet/persona.ts';
import { randomOf } from '../../../local/fleet/random.ts';
import { envelopeOf } from '../../../local/fleet/sent-message.ts';
import { connectUserOf } from '../../../local/fleet/users.ts';
import { type Agent, type Organisation, stableId } from '../../../local/organisation.ts';
import type { Dimensions } from '../../../model/documents/dimensions.ts';
import { seed } from './seed.ts';

/** An agent with what enrichment makes of them. */
export type BenchAgent = { readonly persona: Persona; readonly dimensions: Dimensions };

/** The first agents of an endless organisation, site by site in turn; those beyond its people are namesakes. */
export function agentsOf(organisation: Organisation, count: number): Promise<BenchAgent[]> {
  const people = Array.from({ length: count }, (_, i) => personOf(organisation, i));
  return Promise.all(people.map((agent) => enriched(agent, organisation.instanceId)));
}

function personOf({ agents, sites }: Organisation, i: number): Agent {
  const perSite = agents.length / sites.length;
  const turn = Math.floor(i / sites.length);
  const agent = agents[(i % sites.length) * perSite + (turn % perSite)];
  if (!agent) throw new RangeError('an organisation without agents');
  const namesakes = Math.floor(turn / perSite);
  if (namesakes === 0) return agent;
  const username = `${agent.username}.${namesakes + 1}`;
  const privateIp = agent.privateIp.replace(/\d+(\.\d+)$/, `${namesakes}$1`);
  return { ...agent, username, id: stableId(`agent/${username}`), privateIp };
}

async function enriched(agent: Agent, instanceId: string): Promise<BenchAgent> {
  const persona = personaOf(agent, seed);
  const message = envelopeOf({ persona, instanceId, clientId: '' }, 0, randomOf(seed));
  const context = {
    receivedAt: new Date(0),
    sourceIp: agent.publicIp,
    userAgent: persona.userAgent,
    place: placeOf(agent),
  };
  const user = connectUserOf(agent, instanceId, new Date(0));
  const nowhere = async () => undefined;
  const sources = {
    site: () => undefined,
    addresses: { country: nowhere, city: nowhere, asn: nowhere },
    agentIp: 'keep',
  } as const;
  return { persona, dimensions: await dimensionsOf(message, context, user, sources) };
}

const countries: Readonly<Record<string, string>> = { Lisbon: 'PT', Krakow: 'PL', Manila: 'PH' };

/** What the list of sites and databases of addresses would say. */
function placeOf({ site }: Agent): Pick<Dimensions, 'site' | 'geo' | 'as'> {
  const { name, asNumber, isp } = site;
  return {
    site: name,
    geo: { countryIsoCode: countries[name], cityName: name },
    as: { number: asNumber, organization: isp },
  };
}
