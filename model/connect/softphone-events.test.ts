import { expect, test } from 'vitest';
import { softphoneApiMetric } from './softphone-api-metric.ts';
import { softphoneReportEvent } from './softphone-report-event.ts';
import { softphoneStatsEvent } from './softphone-stats-event.ts';

const sample = {
  softphoneStreamType: 'audio_input',
  timestamp: new Date('2026-11-21T10:00:00Z'),
  packetsLost: 1,
  packetsCount: 49,
  audioLevel: 12,
  jitterBufferMillis: 4.5,
  roundTripTimeMillis: null,
};
const stats = (...samples: unknown[]) =>
  softphoneStatsEvent.parse({ contactId: 'c', stats: samples, more: 1 }).stats;

test('a time may be a Date, a text or a number', () => {
  const at = sample.timestamp.getTime();
  const times = [sample.timestamp, '2026-11-21T10:00:00.000Z', at].map((timestamp) => ({
    ...sample,
    timestamp,
  }));
  expect(stats(...times).map((stat) => stat.timestamp)).toEqual([at, at, at]);
  expect(stats({ ...sample, timestamp: 1234.5 }, { ...sample, timestamp: 'x' })[0]?.timestamp).toBeNull();
});

test('a figure that is missing, NaN or no number is null, never 0', () => {
  const { packetsLost: _, ...without } = sample;
  for (const odd of [
    without,
    { ...sample, packetsLost: Number.NaN },
    { ...sample, packetsLost: '3' },
    { ...sample, packetsLost: null },
  ]) {
    expect(stats(odd)[0]?.packetsLost).toBeNull();
  }
});

test('a sample of an unknown stream is left out, the others stay', () => {
  expect(stats({ ...sample, softphoneStreamType: 'video_input' }, null, sample)).toHaveLength(1);
});

test('an event without a contact is refused', () => {
  expect(softphoneStatsEvent.safeParse({ stats: [sample] }).success).toBe(false);
});

test('of a report only the named fields are kept', () => {
  const { report } = softphoneReportEvent.parse({
    contactId: 'c',
    report: {
      gumTimeMillis: 12,
      iceCollectionFailure: true,
      peerConnectionFailed: true,
      iceConnectionsLost: null,
      softphoneStreamPerSecondStatistics: { AUDIO_INPUT: {} },
      softphoneStreamStatistics: [{ softphoneStreamType: 'audio_input', packetsLost: 3, packetsCount: 4 }],
      anythingNew: 'x',
    },
  });
  expect(report).toMatchObject({
    gumTimeMillis: 12,
    iceCollectionFailure: true,
    handshakingFailure: null,
    peerConnectionFailed: 1,
    iceConnectionsLost: null,
  });
  expect(report).not.toHaveProperty('anythingNew');
  expect(report).not.toHaveProperty('softphoneStreamPerSecondStatistics');
});

test('of an API metric’s error neither stack nor message is read', () => {
  const metric = softphoneApiMetric.parse({
    name: 'acceptContact',
    time: 31,
    error: { type: 'ContactNotFoundException', message: 'secret', stack: 'https://…', statusCode: 404 },
    optionalDimensions: [{ name: 'HttpStatusCode', value: 404 }],
  });
  expect(JSON.stringify(metric)).not.toMatch(/secret|stack/);
  expect(metric.error).toEqual({ type: 'ContactNotFoundException', statusCode: 404 });
});
