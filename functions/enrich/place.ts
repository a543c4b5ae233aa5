import type { Dimensions } from '../../model/documents/dimensions.ts';
import type { AgentIpPolicy } from '../../model/settings/agent-ip.ts';
import { type AddressDatabases, locate } from './geography.ts';
import { normaliseAddress } from './ip-address.ts';
import type { SiteFinder } from './site.ts';

/** What the server adds to what the page says. */
export type EnrichmentSources = {
  readonly site: SiteFinder;
  readonly addresses: AddressDatabases;
  readonly agentIp: AgentIpPolicy;
};

/** Where somebody is, as far as their addresses tell. */
export type Place = Pick<Dimensions, 'site' | 'geo' | 'as'>;

/** Looks up where somebody is; needs whole addresses. */
export async function placeOf(
  publicIp: string | undefined,
  privateIp: string | undefined,
  sources: EnrichmentSources,
): Promise<Place> {
  const site = sources.site(publicIp) ?? sources.site(normaliseAddress(privateIp));
  return { ...(site ? { site } : {}), ...(await locate(publicIp, sources.addresses)) };
}
