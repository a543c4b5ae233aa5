import type { ApiMetrics } from '../../model/messages/api-metrics.ts';
import type { Call, CallEvent } from '../../model/messages/call.ts';
import type { Envelope } from '../../model/messages/envelope.ts';
import type { SoftphoneReport } from '../../model/messages/softphone-report.ts';
import type { SoftphoneStats } from '../../model/messages/softphone-stats.ts';
import { messageVersion } from '../../model/messages/version.ts';
import { latencyBucketsMillis } from '../../model/quality/latency-buckets.ts';

const envelope: Envelope = {
  version: messageVersion,
  instanceId: '7f0c2d5e-3b1a-4c68-9d2e-5a4b8c6d1e0f',
  agent: 'ana.silva',
  clientId: '3f1d9d53-0a6c-4f0a-8f1f-6f1f6f3f7a11',
  pageVersion: '0.1.0',
  sentAt: '2026-03-04T10:00:03.200Z',
  routingProfile: 'Customer Care',
  device: { cpuCount: 8, memoryGiB: 8, osName: 'Windows', osVersion: '11' },
  streamsVersion: '2.28.2',
};

const call: Call = {
  contactId: '9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a',
  startedAt: '2026-03-04T09:59:52.000Z',
  queue: { name: 'Billing' },
  direction: 'inbound',
};

const events: CallEvent[] = [
  { type: 'rung', at: '2026-03-04T09:59:52.000Z' },
  { type: 'connected', at: '2026-03-04T09:59:58.400Z' },
];

/** Three seconds of what the agent heard; in the last one no round trip was measured. */
export const exampleStats: SoftphoneStats = {
  ...envelope,
  call,
  windows: [
    {
      streamType: 'audio_input',
      startedAt: '2026-03-04T10:00:00.000Z',
      offsetMillis: [0, 1000, 2000],
      packetsLost: [0, 1, 0],
      packetsCount: [50, 49, 50],
      jitterMillis: [4, 5, 4],
      roundTripTimeMillis: [62, 62, null],
      audioLevel: [2100, 1900, 2300],
      quiet: [0, 0, 0],
    },
  ],
  events,
};

export const exampleReport: SoftphoneReport = {
  ...envelope,
  call,
  events,
  report: {
    callStartTime: '2026-03-04T09:59:58.400Z',
    callEndTime: '2026-03-04T10:00:03.000Z',
    iceCollectionTimeMillis: 12,
    handshakingTimeMillis: 240,
    failures: [],
    audioInput: { packetsLost: 1, packetsCount: 149 },
  },
};

export const exampleApiMetrics: ApiMetrics = {
  ...envelope,
  sequence: 0,
  startedAt: '2026-03-04T09:59:33.000Z',
  endedAt: '2026-03-04T10:00:03.000Z',
  operations: [
    {
      name: 'acceptContact',
      longPoll: false,
      count: 1,
      errors: 0,
      faults: 0,
      timeMillis: { sum: 155, max: 155 },
      buckets: [...latencyBucketsMillis, Number.POSITIVE_INFINITY].map((bound) => (bound === 200 ? 1 : 0)),
    },
  ],
  failures: [],
  preflight: {
    startedAt: '2026-03-04T09:59:34.000Z',
    trigger: 'signIn',
    outcome: 'limited',
    checks: [
      { check: 'microphonePermission', outcome: 'passed' },
      { check: 'turnUdp', outcome: 'limited', reason: 'blocked' },
      { check: 'turnTls', outcome: 'passed', value: 48 },
    ],
  },
  readiness: [{ kind: 'softphoneTwice', present: true, at: '2026-03-04T09:59:58.000Z' }],
};
