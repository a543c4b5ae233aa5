import ipaddr from 'ipaddr.js';

export type SiteFinder = (address: string | undefined) => string | undefined;

/**
 * Makes the function that tells an address's site: of all ranges that hold the address, the longest prefix wins.
 *
 * @param sites address ranges (CIDR, IPv4 or IPv6) by the site's name
 */
export function siteFinder(sites: Readonly<Record<string, readonly string[]>>): SiteFinder {
  const ranges = Object.entries(sites)
    .flatMap(([name, cidrs]) => cidrs.map((cidr) => ({ name, range: ipaddr.parseCIDR(cidr) })))
    .sort((a, b) => b.range[1] - a.range[1]);
  return (text) => {
    if (text === undefined || !ipaddr.isValid(text)) return undefined;
    const address = ipaddr.process(text);
    return ranges.find(({ range }) => address.kind() === range[0].kind() && address.match(range))?.name;
  };
}
