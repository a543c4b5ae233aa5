import { expect, test } from 'vitest';
import { metricPollsIndex } from '../../model/documents/metric-poll.ts';
import { metricsSettings } from '../../model/settings/metrics.ts';
import { makeMemoryDocumentStore } from '../clients/memory-document-store.ts';
import { metricsHealth } from './metrics-health.ts';

const settings = metricsSettings.parse({
  zone: 'Europe/Lisbon',
  businessHours: [{ days: ['mon'], from: '09:00', to: '17:00' }],
  historical: { on: true },
});
const now = new Date('2026-03-04T10:00:00Z');
const last = {
  instanceId: 'i-1',
  poller: 'historical' as const,
  at: '2026-03-02T16:45:00.000Z',
  requests: 9,
  documents: 40,
  faults: { throttled: 1 },
  settledThrough: '2026-03-02T12:30:00.000Z',
};

test('says what is polled, whether somebody works now, and what the last run came to', async () => {
  const store = makeMemoryDocumentStore();
  const place = { index: metricPollsIndex, id: 'i-1:historical' };
  await store.write([{ ...place, document: last, replaces: 'any' }], Infinity);
  const health = await metricsHealth(store, { instanceId: 'i-1', settings, now }, Infinity);
  expect(health).toEqual({
    zone: 'Europe/Lisbon',
    businessHours: settings.businessHours,
    isOpen: false,
    pollers: [
      { poller: 'current', on: false, schedule: 'rate(1 minute)', last: null },
      { poller: 'historical', on: true, schedule: 'rate(15 minutes)', last },
    ],
  });
});
