import { present } from '../../monitor/present.ts';
import type { Totals } from './totals.ts';

/** One entry of a connection's report, as browsers differ in what they tell. */
type Entry = Readonly<Record<string, unknown>>;

/** Levels as Streams has them: 15 bits, as getStats gave them before it was standardised. */
const levelScale = 32_768;
const highestLevel = 32_767;

const protocols = ['udp', 'tcp', 'tls'] as const;

/** Reads a connection's report (W3C, Identifiers for WebRTC's Statistics API). */
export function readTotals(report: RTCStatsReport, at: number): Totals {
  const entries = [...report.values()] as Entry[];
  const find = (type: string) => entries.find((entry) => entry.type === type && entry.kind !== 'video');
  const inbound = find('inbound-rtp');
  const outbound = find('outbound-rtp');
  const source = find('media-source');
  const remote = find('remote-inbound-rtp');
  const local = chosenEnd(entries, report);
  return {
    at,
    ...(inbound && {
      toAgent: {
        packetsLost: number(inbound.packetsLost),
        packetsReceived: number(inbound.packetsReceived),
        jitterMillis: millis(inbound.jitter),
        audioLevel: level(inbound.audioLevel),
        samplesConcealed: number(inbound.concealedSamples),
        samplesPlayed: number(inbound.totalSamplesReceived),
      },
    }),
    ...(outbound && {
      fromAgent: {
        reportedAt: number(remote?.timestamp),
        packetsLost: number(remote?.packetsLost),
        packetsSent: number(outbound.packetsSent),
        jitterMillis: millis(remote?.jitter),
        roundTripTimeMillis: millis(remote?.roundTripTime),
        audioLevel: level(source?.audioLevel),
      },
    }),
    ...(local ? { way: wayOf(local) } : {}),
    connection: present<Totals['connection']>({
      relayed: local && local.candidateType === 'relay',
      protocol: protocols.find((one) => one === (local?.relayProtocol ?? local?.protocol)),
      codec: codecOf(report.get(String((inbound ?? outbound)?.codecId))),
    }),
  };
}

/** This computer's end of the way that the packets go. */
function chosenEnd(entries: readonly Entry[], report: RTCStatsReport): Entry | undefined {
  const transport = entries.find(({ selectedCandidatePairId }) => selectedCandidatePairId !== undefined);
  const pair =
    (report.get(String(transport?.selectedCandidatePairId)) as Entry | undefined) ??
    // Firefox has no transports.
    entries.find(({ type, selected }) => type === 'candidate-pair' && selected === true);
  return report.get(String(pair?.localCandidateId)) as Entry | undefined;
}

/** The same network gives the same addresses; a port may be another after the connection was renewed. */
function wayOf({
  networkType,
  candidateType,
  protocol,
  relayProtocol,
  address,
  relatedAddress,
}: Entry): string {
  return [networkType, candidateType, protocol, relayProtocol, address, relatedAddress].join(' ');
}

/** `audio/opus` is opus; a name that no codec has stays in the page. */
function codecOf(codec: Entry | undefined): string | undefined {
  const name = String(codec?.mimeType).toLowerCase();
  return /^audio\/([a-z0-9.+_-]{1,40})$/.exec(name)?.[1];
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
