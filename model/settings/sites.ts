import * as z from 'zod';

const cidr = z.union([z.cidrv4(), z.cidrv6()], 'an address range such as 203.0.113.0/24 or 2001:db8::/32');

/** Which addresses are which place: `{"Lisbon": ["203.0.113.0/24", "2001:db8::/32"]}`. */
export const sites = z.record(z.string().max(200), z.array(cidr));
