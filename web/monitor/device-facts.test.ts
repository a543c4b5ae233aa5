import { expect, test } from 'vitest';
import { deviceFacts } from './device-facts.ts';

const hints = (platform: string, platformVersion: string) => ({
  getHighEntropyValues: async () => ({
    platform,
    platformVersion,
    fullVersionList: [
      { brand: 'Not_A Brand', version: '99.0.0.0' },
      { brand: 'Chromium', version: '142.0.7444.60' },
      { brand: 'Microsoft Edge', version: '142.0.3595.53' },
    ],
  }),
});

test('names the product, not what it is made of', async () => {
  const facts = await deviceFacts({
    hardwareConcurrency: 8,
    deviceMemory: 4,
    userAgentData: hints('macOS', '15.1.0'),
  });
  expect(facts).toEqual({
    cpuCount: 8,
    memoryGiB: 4,
    osName: 'macOS',
    osVersion: '15.1.0',
    browserName: 'Microsoft Edge',
    browserVersion: '142.0.3595.53',
  });
});

test.each([
  ['15.0.0', '11'],
  ['13.0.0', '11'],
  ['10.0.0', '10'],
])('Windows platform version %s is Windows %s', async (version, name) => {
  const facts = await deviceFacts({ hardwareConcurrency: 8, userAgentData: hints('Windows', version) });
  expect(facts.osVersion).toBe(name);
});

test('a browser that says little gives little', async () => {
  expect(await deviceFacts({ hardwareConcurrency: 0 })).toEqual({});
  const refuses = { getHighEntropyValues: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
  expect(await deviceFacts({ hardwareConcurrency: 2, userAgentData: refuses })).toEqual({ cpuCount: 2 });
});
