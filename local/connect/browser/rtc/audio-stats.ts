/** One direction's statistics as Streams reads them; all counts since the connection's start. null: not known. */
export interface AudioStats {
  timestamp: Date | number;
  packetsLost: number | null;
  /** Received in the direction to the agent, sent in the other. */
  packetsCount: number | null;
  /** 0…32767 */
  audioLevel: number | null;
  jbMilliseconds: number | null;
  rttMilliseconds: number | null;
}

/** The versions of connect-rtc-js whose statistics differ, and that the simulator can speak like. */
export type RtcVersion = '1.3.2' | '1.1.14';

/** Streams knows levels as getStats gave them before it was standardised: 15 bits. */
const LEVEL_SCALE = 32_768;
const HIGHEST_LEVEL = 32_767;

/**
 * Reads both directions from a peer connection's report, with the habits of that version: 1.3.2 gives the jitter buffer's summed
 * delay, and copies it to the other direction as it copies the RTT; 1.1.14 gives each direction's own jitter, in fractions.
 * A direction of which the report says nothing yet is undefined.
 */
export function audioStats(
  report: RTCStatsReport,
  timestamp: Date,
  version: RtcVersion,
): { toAgent: AudioStats | undefined; fromAgent: AudioStats | undefined } {
  const inbound = only(report, 'inbound-rtp') as RTCInboundRtpStreamStats | undefined;
  const outbound = only(report, 'outbound-rtp') as RTCOutboundRtpStreamStats | undefined;
  const source = only(report, 'media-source') as { audioLevel?: number } | undefined;
  // What the far side told in its last RTCP report, about every 5 s: absent at first.
  const remote = only(report, 'remote-inbound-rtp') as RemoteInboundStats | undefined;
  const rttMilliseconds = milliseconds(remote?.roundTripTime, Math.floor);
  const summedDelay = milliseconds(inbound?.jitterBufferDelay, Math.floor);
  const isOld = version === '1.1.14';
  return {
    toAgent: inbound && {
      timestamp,
      packetsLost: inbound.packetsLost ?? null,
      packetsCount: inbound.packetsReceived ?? null,
      audioLevel: level(inbound.audioLevel),
      jbMilliseconds: isOld ? milliseconds(inbound.jitter) : summedDelay,
      rttMilliseconds: isOld ? null : rttMilliseconds,
    },
    fromAgent: outbound && {
      // The real library falls back to a number as long as there is no remote report.
      timestamp: remote ? timestamp : timestamp.getTime(),
      packetsLost: remote?.packetsLost ?? null,
      packetsCount: outbound.packetsSent ?? null,
      audioLevel: level(source?.audioLevel),
      jbMilliseconds: isOld ? milliseconds(remote?.jitter) : summedDelay,
      rttMilliseconds,
    },
  };
}

/** Not in the DOM library's types. */
interface RemoteInboundStats {
  packetsLost?: number;
  roundTripTime?: number;
  jitter?: number;
}

function only(report: RTCStatsReport, type: string): object | undefined {
  for (const stats of report.values()) {
    if (stats.type === type) return stats;
  }
  return undefined;
}

function level(fraction: number | undefined): number | null {
  return fraction === undefined ? null : Math.min(HIGHEST_LEVEL, Math.floor(fraction * LEVEL_SCALE));
}

function milliseconds(seconds: number | undefined, round = (value: number) => value): number | null {
  return seconds === undefined ? null : round(seconds * 1_000);
}
