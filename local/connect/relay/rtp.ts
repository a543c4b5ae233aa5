/**
 * Is this datagram an RTP packet? STUN, DTLS and RTCP are not.
 * RFC 7983 §7: first byte 128…191 is RTP or RTCP; RFC 5761 §4: second byte 192…223 is RTCP, of which 200…207 are in use.
 */
export function isRtp(datagram: Uint8Array): boolean {
  const [first = 0, second = 0] = datagram;
  return first >= 128 && first <= 191 && !(second >= 200 && second <= 207);
}
