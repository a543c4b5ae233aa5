import { expect, test } from 'vitest';
import { describeDevice } from './user-agent.ts';

const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.3595.53';

test('the header serves where the page knows nothing', () => {
  expect(describeDevice(undefined, edge)).toEqual({
    browser: { name: 'Microsoft Edge', version: '142.0.3595.53' },
    os: { name: 'Windows', version: '10' },
  });
});

test('what the page found out wins over the frozen header, name and version together', () => {
  const device = { osName: 'Windows', osVersion: '11', cpuCount: 8, memoryGiB: 16 };
  expect(describeDevice(device, edge)).toEqual({
    browser: { name: 'Microsoft Edge', version: '142.0.3595.53' },
    os: { name: 'Windows', version: '11' },
    device: { cpuCount: 8, memoryGiB: 16 },
  });
  expect(describeDevice({ browserName: 'Brave' }, edge)).toMatchObject({ browser: { name: 'Brave' } });
  expect(describeDevice({ browserName: 'Brave' }, edge).browser).not.toHaveProperty('version');
});

test('what is not known is absent', () => {
  expect(describeDevice(undefined, undefined)).toEqual({});
  expect(describeDevice({}, 'x'.repeat(100_000))).toEqual({});
});
