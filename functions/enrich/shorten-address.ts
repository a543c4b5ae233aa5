import ipaddr from 'ipaddr.js';
import type { AgentIpPolicy } from '../../model/settings/agent-ip.ts';
import { normaliseAddress } from './ip-address.ts';

/** A site's own network at most; what Google Analytics keeps of IPv4, and registries give to one site of IPv6 (RFC 6177). */
const keptBits = { ipv4: 24, ipv6: 48 };

/** What may be stored of an address; the same again when it is done twice. */
export function shortenAddress(text: string | undefined, policy: AgentIpPolicy): string | undefined {
  const address = policy === 'drop' ? undefined : normaliseAddress(text);
  if (address === undefined || policy === 'keep') return address;
  const kind = ipaddr.parse(address).kind();
  const family = kind === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6;
  return family.networkAddressFromCIDR(`${address}/${keptBits[kind]}`).toString();
}
