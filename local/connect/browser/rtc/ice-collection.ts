/** As connect-rtc-js: how long to wait for the first address of one's own. */
const TIMEOUT_MS = 8_000;

/** Resolves with whether the connection found an address of its own, as soon as it has one or has looked everywhere. */
export function collectsCandidate(connection: RTCPeerConnection): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), TIMEOUT_MS);
    connection.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate === '') return;
      clearTimeout(timer);
      resolve(candidate !== null);
    };
  });
}
