import { expect, test } from 'vitest';
import { deployArguments, mergeSettings } from './deploy-arguments.ts';

test('reads what is given, and nothing else', () => {
  const { stage, given, yes, fresh } = deployArguments([
    '--stage',
    'prod',
    '--region=eu-west-2',
    '--ccp-url',
    'https://a.my.connect.aws/ccp-v2',
    '--param',
    'sites={"London": ["203.0.113.0/24"]}',
    '--yes',
  ]);
  expect({ stage, yes, fresh }).toEqual({ stage: 'prod', yes: true, fresh: false });
  expect(deployArguments(['--fresh'])).toMatchObject({ fresh: true, yes: false });
  expect(given).toEqual({
    region: 'eu-west-2',
    parameters: { ccpUrl: 'https://a.my.connect.aws/ccp-v2', sites: '{"London": ["203.0.113.0/24"]}' },
  });
});

test.each([
  [['--stage', 'Production!'], '--stage'],
  // The search domain's name may have 28 characters.
  [['--stage', 'abcdefghijk'], '--stage'],
  [['--param', 'retentionDays'], 'name=value'],
  [['--retention', '30'], "Unknown option '--retention'"],
])('says what is wrong with %j', (args, message) => {
  expect(() => deployArguments(args)).toThrow(message);
});

test('what is given now goes over what is remembered, and an empty value forgets', () => {
  const remembered = { region: 'eu-west-2', parameters: { ccpUrl: 'https://a', mfa: 'ON', tags: '{}' } };
  expect(mergeSettings(remembered, { parameters: { mfa: 'OPTIONAL', tags: '' } })).toEqual({
    region: 'eu-west-2',
    parameters: { ccpUrl: 'https://a', mfa: 'OPTIONAL' },
  });
});
