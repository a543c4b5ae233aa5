import { expect, test } from 'vitest';
import { defaultLimits } from '../model/quality/limits.ts';
import { readConfig } from './config.ts';

const least = { INSTANCE_ID: 'i', OPENSEARCH_ENDPOINT: 'search-x.eu-central-1.es.amazonaws.com' };

test('needs only the instance and the search service', () => {
  expect(readConfig(least)).toMatchObject({
    instanceId: 'i',
    search: { endpoint: 'https://search-x.eu-central-1.es.amazonaws.com', auth: 'none' },
    indexNames: {
      rotation: 'daily',
      contactsRotation: 'monthly',
      contactsIndex: 'connect-contacts',
    },
    retentionDays: 30,
    limits: defaultLimits,
    sites: {},
    allowedOrigins: [],
  });
});

test('only on a developer’s machine may something be sent to that machine', () => {
  const given = {
    ...least,
    REAL_TIME: '{"url": "http://localhost:8080/rta"}',
    SINK: '{"url": "http://localhost:8080/in", "documents": {"softphone-calls": ["rating"]}}',
  };
  const config = readConfig({ ...given, STAGE: 'local' });
  expect([config.realTime?.url, config.sink?.url]).toEqual([
    'http://localhost:8080/rta',
    'http://localhost:8080/in',
  ]);
  for (const name of ['REAL_TIME', 'SINK'] as const)
    expect(() => readConfig({ ...least, STAGE: 'production', [name]: given[name] })).toThrow('https://');
});

test('an empty variable is an absent one, as CloudFormation has it', () => {
  const empty = {
    SOURCE_IP_HEADER: '',
    FAILED_RECORDS_BUCKET: ' ',
    SITES: '',
    QUALITY_LIMITS: '',
    CITY_DATABASE: '',
  };
  expect(readConfig({ ...least, ...empty })).toEqual(readConfig(least));
});

test('reads lists, tables and files', () => {
  const config = readConfig({
    ...least,
    OPENSEARCH_ENDPOINT: 'http://127.0.0.1:9200/',
    ALLOWED_ORIGINS: 'https://d1.cloudfront.net,https://softphone.example,',
    SITES: '{"Lisbon": ["81.84.12.0/24", "2001:db8::/32"]}',
    QUALITY_LIMITS: '{"poor": {"mos": 2.9}, "poorCallPercent": 20}',
    COUNTRY_DATABASE: 'geo/country.mmdb',
    LAMBDA_TASK_ROOT: '/var/task',
    SOURCE_IP_HEADER: 'X-Source-IP',
  });
  expect(config.search.endpoint).toBe('http://127.0.0.1:9200');
  expect(config.allowedOrigins).toEqual(['https://d1.cloudfront.net', 'https://softphone.example']);
  expect(config.sites).toEqual({ Lisbon: ['81.84.12.0/24', '2001:db8::/32'] });
  expect(config.limits).toEqual({
    ...defaultLimits,
    poor: { ...defaultLimits.poor, mos: 2.9 },
    poorCallPercent: 20,
  });
  expect(config.databases).toEqual({
    country: '/var/task/geo/country.mmdb',
    city: undefined,
    asn: undefined,
  });
  expect(config.sourceIpHeader).toBe('x-source-ip');
});

test('names everything that is wrong, and not what it holds', () => {
  const wrong = {
    OPENSEARCH_ENDPOINT: 'ftp://search.example',
    ALLOWED_ORIGINS: 'https://softphone.example/page',
    SITES: '{"Lisbon": ["81.84.12.0/40"]}',
    INDEX_ROTATION: 'hourly',
    RETENTION_DAYS: '0',
    QUALITY_LIMITS: '{"poor": {"loss": 3}}',
    MANAGER_LIMITS: '{"sales": {"queue": ["Sales"]}}',
    LOG_LEVEL: 'loud',
    SEARCH_AUTH: 'basic',
  };
  for (const name of ['INSTANCE_ID', ...Object.keys(wrong)]) expect(() => readConfig(wrong)).toThrow(name);
  expect(() => readConfig({ ...least, SITES: '{' })).toThrow('SITES: is not JSON');
});

test.each([
  ['a group with no limit', '{"sales": {}}'],
  ['a group with a hierarchy of no level', '{"sales": {"hierarchy": {}}}'],
  ['a level that there is not', '{"sales": {"hierarchy": {"level6": ["x"]}}}'],
  ['a limit for admins', '{"admins": {"queues": ["Sales"]}}'],
  ['a group whose name the gateway could not tell from two', '{"sales admins": {"queues": ["Sales"]}}'],
])('refuses managers’ limits with %s', (_, text) => {
  expect(() => readConfig({ ...least, MANAGER_LIMITS: text })).toThrow('MANAGER_LIMITS');
});

test('credentials are whole or absent', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };
  expect(readConfig(least).aws.credentials).toBeUndefined();
  expect(readConfig({ ...least, AWS_ACCESS_KEY_ID: 'a' }).aws.credentials).toBeUndefined();
  expect(readConfig({ ...least, ...keys }).aws.credentials).toEqual({
    accessKeyId: 'a',
    secretAccessKey: 'b',
  });
  expect(readConfig({ ...least, ...keys, AWS_SESSION_TOKEN: 'c' }).aws.credentials).toMatchObject({
    sessionToken: 'c',
  });
});
