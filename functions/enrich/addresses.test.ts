import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openAddressDatabases } from '../clients/address-databases.ts';
import { makeExampleTelemetry } from '../ingest/example-deps.ts';
import { locate } from './geography.ts';
import { normaliseAddress, publicIp } from './ip-address.ts';
import { siteFinder } from './site.ts';

const countries = createRequire(import.meta.url).resolve(
  '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb',
);

test('an IPv4 address within IPv6 is an IPv4 address', () => {
  expect(normaliseAddress('::ffff:81.84.12.10')).toBe('81.84.12.10');
  expect(normaliseAddress('2A02:A31A:0:0::1')).toBe('2a02:a31a::1');
  expect(normaliseAddress('ana.silva')).toBeUndefined();
  expect(normaliseAddress(undefined)).toBeUndefined();
});

test('a header counts only where it is named, and only with an address in it', () => {
  const request = { sourceIp: '127.0.0.1', headers: { 'x-source-ip': '81.84.12.10', 'x-junk': 'junk' } };
  expect(publicIp(request, undefined)).toBe('127.0.0.1');
  expect(publicIp(request, 'x-source-ip')).toBe('81.84.12.10');
  expect(publicIp(request, 'x-junk')).toBe('127.0.0.1');
  expect(publicIp({ sourceIp: undefined, headers: {} }, undefined)).toBeUndefined();
});

test('of the ranges that hold an address the longest prefix wins, in either family', () => {
  const site = siteFinder({
    Country: ['81.84.0.0/16', '2001:db8::/32'],
    Lisbon: ['81.84.12.0/24'],
    Porto: ['2001:db8:7::/48', '81.84.12.128/25'],
  });
  expect(site('81.84.99.1')).toBe('Country');
  expect(site('81.84.12.1')).toBe('Lisbon');
  expect(site('81.84.12.200')).toBe('Porto');
  expect(site('::ffff:81.84.12.200')).toBe('Porto');
  expect(site('2001:db8:7::1')).toBe('Porto');
  expect(site('2001:db8:8::1')).toBe('Country');
  expect(site('192.0.2.1')).toBeUndefined();
  expect(site(undefined)).toBeUndefined();
});

test('every address is in the range of its own network, whatever the prefix', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, prefix) => {
      expect(siteFinder({ here: [`${address}/${prefix}`] })(address)).toBe('here');
    }),
  );
});

test('the country comes from the database that the deployment ships', async () => {
  const { telemetry } = makeExampleTelemetry();
  const databases = openAddressDatabases({ country: countries, city: undefined, asn: undefined }, telemetry);
  expect(await locate('81.84.12.10', databases)).toEqual({
    geo: { countryIsoCode: 'PT', countryName: 'Portugal' },
  });
  expect(await locate('2a02:a31a::1', databases)).toMatchObject({ geo: { countryIsoCode: 'PL' } });
  expect(await locate('10.0.0.1', databases)).toEqual({});
  expect(await locate(undefined, databases)).toEqual({});
});

test('reads MaxMind’s records and flat ones, and takes no other for one', async () => {
  const databaseOf = (record: unknown) => async () => ({ get: () => record });
  const maxMind = {
    country: databaseOf(null),
    city: databaseOf({
      country: { iso_code: 'PT', names: { en: 'Portugal' } },
      city: { names: { en: 'Lisbon', pt: 'Lisboa' } },
      subdivisions: [{ iso_code: '11', names: { en: 'Lisbon District' } }],
    }),
    asn: databaseOf({ autonomous_system_number: 64501, autonomous_system_organization: 'Tejo Fibra' }),
  };
  const lisbon = {
    geo: { countryIsoCode: 'PT', countryName: 'Portugal', regionName: 'Lisbon District', cityName: 'Lisbon' },
    as: { number: 64501, organization: 'Tejo Fibra' },
  };
  expect(await locate('81.84.12.10', maxMind)).toEqual(lisbon);
  const flat = { city: 'Lisbon', country_code: 'PT', state1: 'Lisbon District', latitude: 38.7 };
  expect(await locate('81.84.12.10', { ...maxMind, city: databaseOf(flat) })).toEqual(lisbon);
  const strange = databaseOf({ country: 'PT', city: 7, country_code: 'Portugal' });
  expect(await locate('81.84.12.10', { country: strange, city: strange, asn: strange })).toEqual({});
});

test('a database that cannot be read is left out', async () => {
  const { telemetry } = makeExampleTelemetry();
  const files = { country: '/no/such/file.mmdb', city: undefined, asn: undefined };
  expect(await locate('81.84.12.10', openAddressDatabases(files, telemetry))).toEqual({});
});
