import { median } from './median.ts';

/** With 400 ms there and back to the server, ICE, DTLS and SCTP take five seconds over two relays. */
const patienceMillis = 8_000;
const pings = 3;
const everyMillis = 50;

/**
 * Joins two connections of this page, both of which may use relays only, and times what goes through both relays and back. That
 * way leads to the server and back twice, so half of it is the round trip to the server, in ms. Undefined where nothing
 * comes through in time: a server may well refuse to relay to itself, and calls need not that.
 */
export async function relayedRoundTrip(
  near: RTCPeerConnection,
  far: RTCPeerConnection,
  channel: RTCDataChannel,
  signal: AbortSignal,
): Promise<number | undefined> {
  const ended = new Promise<undefined>((resolve) => {
    setTimeout(resolve, patienceMillis);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const measured = Promise.all([timePings(channel), join(near, far)]).then(([both]) => both / 2);
  return Promise.race([measured.catch(() => undefined), ended]);
}

async function join(near: RTCPeerConnection, far: RTCPeerConnection): Promise<void> {
  const [toFar, toNear] = [candidatesFor(far, near), candidatesFor(near, far)];
  // Data goes back as it comes.
  far.addEventListener('datachannel', ({ channel: its }) =>
    its.addEventListener('message', ({ data }) => its.send(data)),
  );
  await near.setLocalDescription();
  if (near.localDescription) await far.setRemoteDescription(near.localDescription);
  toFar();
  await far.setLocalDescription();
  if (far.localDescription) await near.setRemoteDescription(far.localDescription);
  toNear();
}

/** Keeps what one side gathers until the other knows of it; gives what says that it does. */
function candidatesFor(to: RTCPeerConnection, from: RTCPeerConnection): () => void {
  const early: RTCIceCandidate[] = [];
  let isReady = false;
  const add = (candidate: RTCIceCandidate) => void to.addIceCandidate(candidate).catch(() => {});
  from.addEventListener('icecandidate', ({ candidate }) => {
    if (!candidate) return;
    if (isReady) add(candidate);
    else early.push(candidate);
  });
  return () => {
    isReady = true;
    for (const candidate of early) add(candidate);
  };
}

/** The median of what some pings took, ms. Each carries when it was sent. */
function timePings(channel: RTCDataChannel): Promise<number> {
  const took: number[] = [];
  return new Promise((resolve) => {
    channel.addEventListener('message', ({ data }) => {
      took.push(performance.now() - Number(data));
      if (took.length === pings) resolve(median(took) ?? Number.NaN);
    });
    channel.addEventListener('open', () => {
      for (let ping = 0; ping < pings; ping += 1)
        setTimeout(() => channel.send(String(performance.now())), ping * everyMillis);
    });
  });
}
