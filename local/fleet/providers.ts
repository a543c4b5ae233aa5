import type { AddressDatabase } from '../../functions/enrich/geography.ts';
import { siteFinder } from '../../functions/enrich/site.ts';
import type { Organisation } from '../organisation.ts';

/** The invented providers of an organisation's sites, as a database of networks would know them. */
export function providersOf({ sites }: Pick<Organisation, 'sites'>): AddressDatabase {
  const siteOf = siteFinder(Object.fromEntries(sites.map(({ name, publicCidr }) => [name, [publicCidr]])));
  return {
    get: (address) => {
      const found = siteOf(address);
      const site = sites.find(({ name }) => name === found);
      return site
        ? { autonomous_system_number: site.asNumber, autonomous_system_organization: site.isp }
        : null;
    },
  };
}
