/** What a connection's report says; of each part only what a test wants to be otherwise. */
export type ReportOptions = {
  readonly inbound?: object;
  readonly outbound?: object;
  /** null: the far side has not reported yet. */
  readonly remote?: object | null;
  /** Of the local end of the chosen way. */
  readonly local?: object;
};

/** A report of `RTCPeerConnection.getStats()` as Chromium 142 gives it of a call's connection, in its relevant parts. */
export function buildReport({ inbound, outbound, remote, local }: ReportOptions = {}): RTCStatsReport {
  const entries = [
    { id: 'T01', type: 'transport', selectedCandidatePairId: 'CP1' },
    { id: 'CP1', type: 'candidate-pair', localCandidateId: 'L1', remoteCandidateId: 'R1', nominated: true },
    {
      id: 'L1',
      type: 'local-candidate',
      candidateType: 'relay',
      protocol: 'udp',
      relayProtocol: 'udp',
      networkType: 'wifi',
      address: '198.51.100.7',
      relatedAddress: '192.0.2.10',
      port: 50_000,
      ...local,
    },
    { id: 'R1', type: 'remote-candidate', candidateType: 'host', protocol: 'udp', address: '198.51.100.9' },
    { id: 'C1', type: 'codec', mimeType: 'audio/opus' },
    {
      id: 'IT1',
      type: 'inbound-rtp',
      kind: 'audio',
      codecId: 'C1',
      packetsLost: 0,
      packetsReceived: 0,
      jitter: 0.004,
      audioLevel: 0.25,
      concealedSamples: 0,
      totalSamplesReceived: 0,
      ...inbound,
    },
    { id: 'OT1', type: 'outbound-rtp', kind: 'audio', codecId: 'C1', packetsSent: 0, ...outbound },
    { id: 'S1', type: 'media-source', kind: 'audio', audioLevel: 0.5 },
    ...(remote === null
      ? []
      : [
          {
            id: 'RI1',
            type: 'remote-inbound-rtp',
            kind: 'audio',
            packetsLost: 0,
            jitter: 0.002,
            roundTripTime: 0.12,
            ...remote,
          },
        ]),
  ];
  return new Map(entries.map((entry) => [entry.id, entry])) as unknown as RTCStatsReport;
}
