/** Gathering host candidates takes milliseconds; a browser that has not answered by then will not. */
const patienceMillis = 2000;

/**
 * The machine's first private address, where the browser gives it: Chromium does so once the microphone is allowed,
 * or by the policy WebRtcLocalIpsAllowedUrls; else it gives `….local` names (RFC 8828, mode 1 and draft-ietf-mmusic-mdns-ice-candidates),
 * and this gives undefined.
 *
 * The softphone's own connection lives in Connect's frame, out of reach, so this opens one of its own, once a page
 * load: with no server to ask, it sends nothing to anybody, and is closed at once.
 */
export async function privateIp(
  Connection: typeof RTCPeerConnection | undefined = globalThis.RTCPeerConnection,
): Promise<string | undefined> {
  if (!Connection) return undefined;
  const connection = new Connection({ iceServers: [] });
  try {
    return await firstPrivateAddress(connection);
  } catch {
    return undefined;
  } finally {
    connection.close();
  }
}

function firstPrivateAddress(connection: RTCPeerConnection): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, patienceMillis);
    connection.onicecandidate = ({ candidate }) => {
      if (!candidate) return resolve(undefined);
      // Chromium writes IPv6 addresses in brackets.
      const address = candidate.address?.replace(/^\[|\]$/g, '') ?? '';
      if (candidate.type === 'host' && isPrivate(address)) resolve(address);
    };
    connection.createDataChannel('');
    connection
      .createOffer()
      .then((offer) => connection.setLocalDescription(offer))
      .catch(reject);
  });
}

/** RFC 1918 and RFC 4193. */
function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd][0-9a-f]{2}:)/i.test(address);
}
