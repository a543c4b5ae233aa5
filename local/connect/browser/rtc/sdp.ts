/** Addresses: the other side is to know the path's end only. */
const ADDRESS = /^a=(candidate:|end-of-candidates)/;
/** Bandwidth probing: its padding packets would count as audio, and a telephone exchange sends none. */
const PROBING = /^a=(rtcp-fb:\d+ transport-cc|extmap:\d+ .*transport-wide-cc)/;

/** The description as the other side gets it. */
export function forOtherSide(sdp: string): string {
  return sdp
    .split('\r\n')
    .filter((line) => !ADDRESS.test(line) && !PROBING.test(line))
    .join('\r\n');
}

/** The end of the call's path, as the only address of the other side. Priority by RFC 8445 §5.1.2.1 for a host candidate. */
export function pathCandidate(port: number): RTCIceCandidateInit {
  return { candidate: `candidate:1 1 udp 2130706431 127.0.0.1 ${port} typ host`, sdpMLineIndex: 0 };
}
