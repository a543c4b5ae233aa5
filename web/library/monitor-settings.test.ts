import { expect, test, vi } from 'vitest';
import { defaultLimits } from '../../model/quality/limits.ts';
import { monitorSettings } from './monitor-settings.ts';
import type { QualityMonitorOptions } from './quality-monitor.ts';

vi.stubGlobal('__PAGE_VERSION__', '1.2.3');

const options: QualityMonitorOptions = { apiUrl: 'https://api.example.com/', instanceId: '7f0c2d5e' };

test('what is not given is the product’s own', () => {
  expect(monitorSettings(options)).toEqual({
    apiUrl: 'https://api.example.com',
    instanceId: '7f0c2d5e',
    limits: defaultLimits,
    outboxDays: 14,
    pageVersion: '1.2.3',
    signIn: undefined,
  });
});

test('a limit that is given takes the place of its own only', () => {
  const { limits } = monitorSettings({
    ...options,
    limits: { fair: { packetsLostPercent: 2 }, minimumPackets: 50 },
  });
  expect(limits).toEqual({
    ...defaultLimits,
    fair: { ...defaultLimits.fair, packetsLostPercent: 2 },
    minimumPackets: 50,
  });
});

test.each([
  [{ apiUrl: undefined }, 'apiUrl: Give the URL of the ingest API'],
  [{ apiUrl: 'api.example.com' }, 'apiUrl: Give a URL that begins with https://'],
  [{ instanceId: '' }, 'instanceId: Give the id'],
  [{ outboxDays: 0 }, 'outboxDays: Give a number above 0'],
  [{ limits: { fair: { loss: 1 } } }, 'limits.fair: There is no option loss'],
  [{ onWarnings: () => {} }, 'There is no option onWarnings. There are apiUrl, instanceId, limits'],
  [{ authorize: 'a token' }, 'authorize: Give a function'],
])('of %o it says what is wrong', (change, message) => {
  const given = { ...options, ...change } as QualityMonitorOptions;
  expect(() => monitorSettings(given)).toThrow(message);
  expect(() => monitorSettings(given)).toThrow(TypeError);
});

test('every fault is named at once', () => {
  expect(() => monitorSettings({ apiUrl: 'x', instanceId: '' })).toThrow(/apiUrl: .*instanceId: /);
});
