import type { Totals } from './totals.ts';

/** One entry of a connection's report, as browsers differ in what they tell. */
type Entry = Readonly<Record<string, unknown>>;

/** Levels as Streams has them: 15 bits, as getStats gave them before it was standardised. */
const levelScale = 32_768;
const highestLevel = 32_767;

/** Reads a connection's report (W3C, Identifiers for WebRTC's Statistics API). */
export function readTotals(report: RTCStatsReport, at: number): Totals {
  const entries = [...report.values()] as Entry[];
  const find = (type: string) => entries.find((entry) => entry.type === type && entry.kind !== 'video');
  const inbound = find('inbound-rtp');
  const outbound = find('outbound-rtp');
  const source = find('media-source');
  const remote = find('remote-inbound-rtp');
  const way = wayOf(entries, report);
  return {
    at,
    ...(inbound && {
      toAgent: {
        packetsLost: number(inbound.packetsLost),
        packetsReceived: number(inbound.packetsReceived),
        jitterMillis: millis(inbound.jitter),
        audioLevel: level(inbound.audioLevel),
      },
    }),
    ...(outbound && {
      fromAgent: {
        packetsLost: number(remote?.packetsLost),
        packetsSent: number(outbound.packetsSent),
        jitterMillis: millis(remote?.jitter),
        roundTripTimeMillis: millis(remote?.roundTripTime),
        audioLevel: level(source?.audioLevel),
      },
    }),
    ...(way === undefined ? {} : { way }),
  };
}

/** The same network gives the same addresses; a port may be another after the connection was renewed. */
function wayOf(entries: readonly Entry[], report: RTCStatsReport): string | undefined {
  const transport = entries.find(({ selectedCandidatePairId }) => selectedCandidatePairId !== undefined);
  const pair =
    (report.get(String(transport?.selectedCandidatePairId)) as Entry | undefined) ??
    // Firefox has no transports.
    entries.find(({ type, selected }) => type === 'candidate-pair' && selected === true);
  const local = report.get(String(pair?.localCandidateId)) as Entry | undefined;
  if (!local) return undefined;
  const { networkType, candidateType, protocol, relayProtocol, address, relatedAddress } = local;
  return [networkType, candidateType, protocol, relayProtocol, address, relatedAddress].join(' ');
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function millis(seconds: unknown): number | null {
  const known = number(seconds);
  return known === null || known < 0 ? null : Math.round(known * 1_000_000) / 1000;
}

function level(fraction: unknown): number | null {
  const known = number(fraction);
  return known === null ? null : Math.min(highestLevel, Math.floor(known * levelScale));
}
