/** Events of amazon-connect-streams 2.28.2 as its event bus hands them to a page; shapes seen by running it. */
import type { StreamType } from '../model/quality/sample.ts';
import { buildCall, buildSamples, builtAt, type Path } from './builders.ts';

/** One entry of SOFTPHONE_STATS: two a second, one per direction. */
export type StreamsStat = {
  softphoneStreamType: StreamType;
  timestamp: string | number;
  packetsLost: number | null;
  packetsCount: number | null;
  audioLevel: number | null;
  jitterBufferMillis: number | null;
  roundTripTimeMillis: number | null;
};

/** SOFTPHONE_STATS: about 58 entries, every 30 s and once at the end of the call. */
export function buildStatsEvent(
  options: { contactId?: string; at?: number; seconds?: number; toAgent?: Path; fromAgent?: Path } = {},
): { contactId: string; ccpVersion: string; stats: StreamsStat[] } {
  const { contactId = buildCall().contactId, at = Date.parse(builtAt), seconds = 29 } = options;
  const entries = (type: StreamType, path: Path | undefined) =>
    buildSamples(type, seconds, path, at).map((sample) => ({
      softphoneStreamType: type,
      timestamp: new Date(sample.at).toISOString(),
      packetsLost: sample.packetsLost,
      packetsCount: sample.packetsCount,
      audioLevel: sample.audioLevel,
      jitterBufferMillis: sample.jitterMillis,
      roundTripTimeMillis: sample.roundTripTimeMillis,
    }));
  const toAgent = entries('audio_input', options.toAgent);
  const fromAgent = entries('audio_output', options.fromAgent);
  const stats = toAgent.flatMap((stat, i) => [stat, ...fromAgent.slice(i, i + 1)]);
  return { contactId, ccpVersion: 'V2', stats };
}

/** API_METRIC of a call that went well; it carries no time of its own. */
export function buildApiMetricEvent(name: string, time: number, change: Record<string, unknown> = {}) {
  return {
    name,
    time,
    error5xx: 0,
    fault: 0,
    dimensions: [{ name: 'Category', value: 'API' }],
    optionalDimensions: [
      { name: 'HttpStatusCode', value: 200 },
      { name: 'HttpGenericStatusCode', value: '2XX' },
      { name: 'RetryStatus', value: 'none' },
    ],
    ...change,
  };
}

const noFailures = {
  iceCollectionFailure: false,
  signallingConnectionFailure: false,
  handshakingFailure: false,
  gumOtherFailure: false,
  gumTimeoutFailure: false,
  createOfferFailure: false,
  setLocalDescriptionFailure: false,
  userBusyFailure: false,
  invalidRemoteSDPFailure: false,
  noRemoteIceCandidateFailure: false,
  setRemoteDescriptionFailure: false,
};

/** SOFTPHONE_REPORT of a call of 95 s; `change` alters its `report`. */
export function buildReportEvent(change: Record<string, unknown> = {}, contactId = buildCall().contactId) {
  const total = (softphoneStreamType: StreamType, packetsLost: number, packetsCount: number) => ({
    softphoneStreamType,
    timestamp: '2026-03-04T10:01:35.000Z',
    packetsLost,
    packetsCount,
  });
  const report = {
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
    ...noFailures,
    softphoneStreamStatistics: [total('audio_input', 12, 4738), total('audio_output', 3, 4750)],
    iceConnectionsLost: 0,
    iceConnectionsFailed: null,
    peerConnectionFailed: null,
    rtcJsVersion: '1.1.14',
    firstRTPTimeMillis: 210,
    consecutiveNoAudioInputPackets: 0,
    consecutiveLowInputAudioLevel: 0,
    consecutiveNoAudioOutputPackets: 0,
    consecutiveLowOutputAudioLevel: 0,
    vdiPlatform: null,
    streamJsVersion: '2.28.2',
    skewTimeMillis: 12,
    iceRestartAttempts: 0,
    ...change,
  };
  return { contactId, ccpVersion: 'V2', report };
}
