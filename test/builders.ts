/**
 * Messages as the agents' page really sends them, with what a test is about changed: `buildStats({ agent: 'x' })`.
 * Everything is a plain call with fixed values: the same at every run.
 */
import type { ApiMetrics, OperationMetrics } from '../model/messages/api-metrics.ts';
import type { Call } from '../model/messages/call.ts';
import type { Envelope } from '../model/messages/envelope.ts';
import type { CallReport, SoftphoneReport } from '../model/messages/softphone-report.ts';
import type { SoftphoneStats, StreamWindow } from '../model/messages/softphone-stats.ts';
import { messageVersion } from '../model/messages/version.ts';
import { latencyBucket, latencyBucketsMillis } from '../model/quality/latency-buckets.ts';
import type { Sample, StreamType } from '../model/quality/sample.ts';
import { columnsOf } from '../model/quality/samples-of.ts';

/** When everything built here happens, unless a test says otherwise. */
export const builtAt = '2026-03-04T10:00:00.000Z';
const builtAtMillis = Date.parse(builtAt);

/** What a path does to audio of 50 packets a second. */
export type Path = {
  readonly lossPercent?: number;
  readonly jitterMillis?: number | null;
  readonly roundTripTimeMillis?: number | null;
  readonly audioLevel?: number | null;
  readonly quiet?: boolean;
};

/** One sample a second, all alike but for the loss, which is spread evenly so that any stretch shows it. */
export function buildSamples(
  streamType: StreamType,
  seconds = 29,
  path: Path = {},
  at = builtAtMillis,
): Sample[] {
  const {
    lossPercent = 0,
    jitterMillis = 4,
    roundTripTimeMillis = 62,
    audioLevel = 2100,
    quiet = false,
  } = path;
  const lostBy = (second: number) => Math.round((second * 50 * lossPercent) / 100);
  return Array.from({ length: seconds }, (_, i) => {
    const packetsLost = lostBy(i + 1) - lostBy(i);
    const packetsCount = streamType === 'audio_input' ? 50 - packetsLost : 50;
    return {
      at: at + i * 1000,
      packetsLost,
      packetsCount,
      jitterMillis,
      roundTripTimeMillis,
      audioLevel,
      quiet,
    };
  });
}

/** One stream's window of a message; `change` replaces whole columns. */
export function buildWindow(change: Partial<StreamWindow> = {}, path: Path = {}): StreamWindow {
  const { streamType = 'audio_input', startedAt = builtAt } = change;
  const samples = buildSamples(streamType, change.offsetMillis?.length, path, Date.parse(startedAt));
  return { streamType, ...columnsOf(samples), ...change };
}

/** What every message carries. */
export function buildEnvelope(change: Partial<Envelope> = {}): Envelope {
  return {
    version: messageVersion,
    instanceId: '7f0c2d5e-3b1a-4c68-9d2e-5a4b8c6d1e0f',
    agent: 'ana.silva',
    clientId: '3f1d9d53-0a6c-4f0a-8f1f-6f1f6f3f7a11',
    pageVersion: '0.1.0',
    sentAt: '2026-03-04T10:00:30.200Z',
    routingProfile: 'Customer Care',
    device: { cpuCount: 8, memoryGiB: 8, osName: 'Windows', osVersion: '11' },
    streamsVersion: '2.28.2',
    rtcVersion: '1.1.14',
    ...change,
  };
}

/** An inbound call of the Billing queue. */
export function buildCall(change: Partial<Call> = {}): Call {
  return {
    contactId: '9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a',
    startedAt: '2026-03-04T09:59:52.000Z',
    queue: {
      name: 'Billing',
      arn: 'arn:aws:connect:eu-central-1:123456789012:instance/7f0c2d5e-3b1a-4c68-9d2e-5a4b8c6d1e0f/queue/2c5d1a90-6f0b-4b5e-8a43-0e9d6c7b8a90',
    },
    direction: 'inbound',
    signalingEndpoint: 'rtc.connect-telecom.eu-central-1.amazonaws.com',
    iceServers: ['turnnlb-93f2de0c97c4316b.elb.eu-central-1.amazonaws.com'],
    ...change,
  };
}

/** `POST /softphone-stats`: one event's two windows over a clean path. */
export function buildStats(change: Partial<SoftphoneStats> = {}): SoftphoneStats {
  return {
    ...buildEnvelope(),
    call: buildCall(),
    windows: [buildWindow(), buildWindow({ streamType: 'audio_output' })],
    events: [],
    ...change,
  };
}

/** A report of a call of 95 s that went well. */
export function buildCallReport(change: Partial<CallReport> = {}): CallReport {
  return {
    callStartTime: '2026-03-04T09:59:58.400Z',
    callEndTime: '2026-03-04T10:01:35.000Z',
    gumTimeMillis: 41,
    initializationTimeMillis: 45,
    iceCollectionTimeMillis: 12,
    signallingConnectTimeMillis: 180,
    handshakingTimeMillis: 240,
    preTalkingTimeMillis: 310,
    talkingTimeMillis: 95_000,
    cleanupTimeMillis: 18,
    failures: [],
    audioInput: { packetsLost: 12, packetsCount: 4738 },
    audioOutput: { packetsLost: 3, packetsCount: 4750 },
    iceConnectionsLost: 0,
    rtcJsVersion: '1.1.14',
    streamJsVersion: '2.28.2',
    ...change,
  };
}

/** `POST /softphone-reports`. */
export function buildReport(change: Partial<SoftphoneReport> = {}): SoftphoneReport {
  return { ...buildEnvelope(), call: buildCall(), events: [], report: buildCallReport(), ...change };
}

/** An operation's 30 seconds, from the times of its calls, in milliseconds. */
export function buildOperation(
  name: string,
  timesMillis: readonly number[],
  change: Partial<OperationMetrics> = {},
): OperationMetrics {
  const buckets = new Array<number>(latencyBucketsMillis.length + 1).fill(0);
  for (const time of timesMillis) buckets[latencyBucket(time)] = (buckets[latencyBucket(time)] ?? 0) + 1;
  return {
    name,
    longPoll: name === 'getAgentSnapshot',
    count: timesMillis.length,
    errors: 0,
    faults: 0,
    timeMillis: { sum: timesMillis.reduce((sum, time) => sum + time, 0), max: Math.max(0, ...timesMillis) },
    buckets,
    ...change,
  };
}

/** `POST /api-metrics`: a quiet half minute. */
export function buildApiMetrics(change: Partial<ApiMetrics> = {}): ApiMetrics {
  return {
    ...buildEnvelope(),
    sequence: 0,
    startedAt: builtAt,
    endedAt: '2026-03-04T10:00:30.000Z',
    operations: [
      buildOperation('getAgentSnapshot', [12_480]),
      buildOperation('putAgentState', [84, 131]),
      buildOperation('acceptContact', [155]),
    ],
    failures: [],
    ...change,
  };
}
