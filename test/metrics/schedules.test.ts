import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { metricsSettings } from '../../model/settings/metrics.ts';

type Schedules = {
  (osls: { resolveVariable: () => Promise<unknown> }): Promise<Record<string, object>>;
  usual: Readonly<Record<'current' | 'historical', { on: boolean; schedule: string }>>;
};
const schedules = createRequire(import.meta.url)('../../deploy/metrics-schedules.cjs') as Schedules;

test('nothing is polled unless it is switched on, and the template’s schedules are those of the settings', () => {
  const { current, historical } = metricsSettings.parse({});
  expect(current).toMatchObject(schedules.usual.current);
  expect(historical).toMatchObject(schedules.usual.historical);
  expect([current.on, historical.on]).toEqual([false, false]);
});

test.each([
  ['as text', '{"historical": {"on": true, "settleHours": 2}}'],
  ['as what it says', { historical: { on: true, settleHours: 2 } }],
])('what is given %s is taken', async (_, given) => {
  const { current, historical } = await schedules({ resolveVariable: async () => given });
  expect(historical).toMatchObject({ on: true, schedule: 'rate(15 minutes)' });
  expect(current).toMatchObject({ on: false, schedule: 'rate(1 minute)' });
});

test.each(['rate(2 minutes)', 'rate(1 hour)', 'cron(0/3 21-9 ? * SUN-FRI *)'])('%s is a schedule', (its) => {
  expect(metricsSettings.parse({ current: { schedule: its } }).current.schedule).toBe(its);
});

test.each([
  { current: { schedule: 'every minute' } },
  { current: { schedule: 'rate(1 minutes)' } },
  { current: { delaySeconds: 0 } },
  { historical: { intervalMinutes: 20 } },
  { zone: 'Lisbon' },
  { businessHours: [] },
  { businessHours: [{ days: ['mon'], from: '9:00', to: '17:00' }] },
  { businessHours: [{ days: ['mon'], from: '09:00', to: '09:00' }] },
  { businesshours: [{ days: ['mon'], from: '09:00', to: '17:00' }] },
])('%j is refused', (settings) => {
  expect(metricsSettings.safeParse(settings).success).toBe(false);
});
