import { expect, test } from 'vitest';
import { removalSettings } from './removal-settings.ts';
import { nothingRemembered } from './stage-settings.ts';
import { deployedOutputs } from './testing/deployed-outputs.ts';

const remembered = { region: 'eu-west-2', parameters: { instanceId: 'i', ccpUrl: 'https://a', sites: '{' } };

test('takes from this checkout only what is needed, so that no other parameter is in the way', () => {
  const parameters = { instanceId: 'i', ccpUrl: 'https://a' };
  expect(removalSettings('prod', remembered, undefined)).toEqual({ region: 'eu-west-2', parameters });
});

test('takes the rest from the deployment itself', () => {
  const { parameters } = removalSettings('prod', nothingRemembered, deployedOutputs);
  expect(parameters).toEqual({
    instanceId: '0b1c2d3e-0000-4000-8000-000000000000',
    ccpUrl: 'https://example.my.connect.aws/ccp-v2',
  });
});

test('says what to do where nobody knows', () => {
  expect(() => removalSettings('prod', nothingRemembered, undefined)).toThrow(
    /instanceId and ccpUrl.*\.deploy\/prod\.json/,
  );
});
