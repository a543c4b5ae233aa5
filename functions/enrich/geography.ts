import * as z from 'zod';
import type { Dimensions } from '../../model/documents/dimensions.ts';
import { remember } from './remember.ts';

/** A database in MaxMind's format: an address's record, or null. */
export type AddressDatabase = { readonly get: (address: string) => unknown };

/** Those that the deployment has. Each opens when it is first asked for; undefined where there is none. */
export type AddressDatabases = {
  readonly country: () => Promise<AddressDatabase | undefined>;
  readonly city: () => Promise<AddressDatabase | undefined>;
  readonly asn: () => Promise<AddressDatabase | undefined>;
};

const named = z.object({ names: z.object({ en: z.string() }) });

/** MaxMind's records (GeoLite2, GeoIP2), and the flat ones of the ip-location-db packages. */
const record = z.object({
  country: z.object({ iso_code: z.string() }).optional().catch(undefined),
  country_code: z.string().optional().catch(undefined),
  city: z
    .union([named.transform((city) => city.names.en), z.string()])
    .optional()
    .catch(undefined),
  subdivisions: z.array(named).optional().catch(undefined),
  state1: z.string().optional().catch(undefined),
  autonomous_system_number: z.number().optional().catch(undefined),
  autonomous_system_organization: z.string().optional().catch(undefined),
});
type Found = Partial<z.infer<typeof record>>;

/** Where an address is, and whose network it belongs to, as far as the databases know. */
export async function locate(
  address: string | undefined,
  databases: AddressDatabases,
): Promise<Pick<Dimensions, 'geo' | 'as'>> {
  if (address === undefined) return {};
  const [country, city, asn] = await Promise.all(
    [databases.country, databases.city, databases.asn].map(async (open) => find(address, await open())),
  );
  return { ...geoOf(country ?? {}, city ?? {}), ...networkOf(asn ?? {}) };
}

function find(address: string, database: AddressDatabase | undefined): Found {
  return record.safeParse(database?.get(address)).data ?? {};
}

function geoOf(country: Found, city: Found): Pick<Dimensions, 'geo'> {
  const code = codeOf(city) ?? codeOf(country);
  const countryName = code ? nameOfCountry(code) : undefined;
  const regionName = city.subdivisions?.[0]?.names.en ?? city.state1;
  const geo = {
    ...(code ? { countryIsoCode: code } : {}),
    ...(countryName ? { countryName } : {}),
    ...(regionName ? { regionName } : {}),
    ...(city.city ? { cityName: city.city } : {}),
  };
  return Object.keys(geo).length > 0 ? { geo } : {};
}

function networkOf({
  autonomous_system_number: number,
  autonomous_system_organization: organization,
}: Found): Pick<Dimensions, 'as'> {
  if (number === undefined && !organization) return {};
  return { as: { ...(number === undefined ? {} : { number }), ...(organization ? { organization } : {}) } };
}

function codeOf(found: Found): string | undefined {
  const code = (found.country?.iso_code ?? found.country_code)?.toUpperCase();
  return code && /^[A-Z]{2}$/.test(code) ? code : undefined;
}

/** Made when first needed: it costs 25 ms, which a function's start has no room for. */
let countryNames: Intl.DisplayNames | undefined;

const nameOfCountry = remember((code) => {
  countryNames ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return countryNames.of(code);
}, 1000);
