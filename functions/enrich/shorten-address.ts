import ipaddr from 'ipaddr.js';
import type { AgentIpPolicy } from '../../model/settings/agent-ip.ts';
import { normaliseAddress } from './ip-address.ts';

/** A site's own network at most; what Google Analytics keeps of IPv4, and registries give to one site of IPv6 (RFC 6177). */
const keptBits = { ipv4: 24, ipv6: 48 };

/** The network that a private address is of, as `10.20.30.0/24`; the same of an address that was shortened. */
export function networkOf(text: string | undefined): string | undefined {
  const address = normaliseAddress(text);
  return address && `${startOfNetwork(address)}/${keptBits[ipaddr.parse(address).kind()]}`;
}

/** What may be stored of an address; the same again when it is done twice. */
export function shortenAddress(text: string | undefined, policy: AgentIpPolicy): string | undefined {
  const address = policy === 'drop' ? undefined : normaliseAddress(text);
  if (address === undefined || policy === 'keep') return address;
  return startOfNetwork(address);
}

function startOfNetwork(address: string): string {
  const kind = ipaddr.parse(address).kind();
  const family = kind === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6;
  return family.networkAddressFromCIDR(`${address}/${keptBits[kind]}`).toString();
}
