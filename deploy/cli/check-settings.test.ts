import { expect, test } from 'vitest';
import { checkSettings } from './check-settings.ts';

const parameters = {
  ccpUrl: 'https://example.my.connect.aws/ccp-v2',
  instanceId: '0b1c2d3e-0000-4000-8000-000000000000',
};

test('well-formed settings have no fault', () => {
  expect(checkSettings({ region: 'eu-central-1', parameters })).toEqual([]);
  expect(checkSettings({ region: 'us-gov-west-1', parameters })).toEqual([]);
  const samlUrl = 'https://idp.example.com/start';
  expect(checkSettings({ region: 'us-east-1', parameters: { ...parameters, samlUrl } })).toEqual([]);
});

test.each([
  [{ ccpUrl: 'example.my.connect.aws/ccp-v2' }, 'is no address'],
  [{ ccpUrl: 'http://example.my.connect.aws/ccp-v2' }, 'must begin with https://'],
  [{ ccpUrl: 'https://example.my.connect.aws/' }, 'ends with /ccp-v2'],
  [{ samlUrl: 'idp' }, 'samlUrl'],
  [{ instanceId: '' }, 'instanceId'],
])('%j is said to be wrong', (wrong, message) => {
  const faults = checkSettings({ region: 'eu-central-1', parameters: { ...parameters, ...wrong } });
  expect(faults.join()).toContain(message);
});

test('a region that is none is said to be', () => {
  expect(checkSettings({ region: 'Frankfurt', parameters })).toHaveLength(1);
});
