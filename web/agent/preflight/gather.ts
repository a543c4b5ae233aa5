import { relayedRoundTrip } from './relayed-round-trip.ts';
import type { WayServers } from './ways.ts';

/** What asking the servers of one way came to. */
export type Gathered = {
  /** A server gave a relay candidate (or, asked by STUN, said from where it was asked). */
  readonly isOpen: boolean;
  /** To the relay and back, ms, where data could be sent through it. */
  readonly roundTripMillis?: number;
  /** Of `icecandidateerror`: STUN's own, or 701 where no server was reached (WebRTC, W3C). */
  readonly errorCodes: readonly number[];
  /** The name of a server is not known. */
  readonly isUnknownHost: boolean;
  /** The browser has given up; else our patience ended before that. */
  readonly isComplete: boolean;
};

/** A server that is reached has answered four times within that, even by satellite; browsers themselves wait 10 to 40 s. */
const patienceMillis = 6_000;

type Heard = { isOpen: boolean; errorCodes: number[]; isUnknownHost: boolean; isComplete: boolean };

/**
 * Lets the browser gather candidates by one way, as it does for a call, and measures the round trip over two relays of the
 * server between two connections of this page. No sound, no microphone; nothing reaches anybody but the server.
 */
export async function gather(
  { servers, hasCredentials }: WayServers,
  signal: AbortSignal,
  Connection: typeof RTCPeerConnection = RTCPeerConnection,
): Promise<Gathered> {
  const isTurn = servers.some(({ urls }) => !String(urls).startsWith('stun:'));
  const configuration: RTCConfiguration = {
    iceServers: [...servers],
    iceTransportPolicy: isTurn ? 'relay' : 'all',
  };
  const near = new Connection(configuration);
  const far = hasCredentials ? new Connection(configuration) : undefined;
  try {
    const channel = near.createDataChannel('preflight');
    const heard = listenTo(near, signal);
    const roundTrip = far && relayedRoundTrip(near, far, channel, signal);
    if (!roundTrip) await near.setLocalDescription();
    const gathered = await heard;
    if (!isTurn) return { ...gathered, isOpen: gathered.isOpen || isReflected(gathered) };
    const roundTripMillis = gathered.isOpen ? await roundTrip : undefined;
    return { ...gathered, ...(roundTripMillis === undefined ? {} : { roundTripMillis }) };
  } finally {
    near.close();
    far?.close();
  }
}

/** Where there is no NAT, what a STUN server answers is an address that is known already, and no candidate of its own. */
function isReflected({ isComplete, errorCodes }: Heard): boolean {
  return isComplete && errorCodes.length === 0;
}

function listenTo(connection: RTCPeerConnection, signal: AbortSignal): Promise<Heard> {
  const heard: Heard = { isOpen: false, errorCodes: [], isUnknownHost: false, isComplete: false };
  return new Promise((resolve) => {
    const end = () => resolve(heard);
    setTimeout(end, patienceMillis);
    signal.addEventListener('abort', end, { once: true });
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.type !== 'relay' && candidate?.type !== 'srflx') return;
      heard.isOpen = true;
      end();
    });
    connection.addEventListener('icecandidateerror', ({ errorCode, errorText }) => {
      heard.errorCodes.push(errorCode);
      if (/lookup|resolve/i.test(errorText)) heard.isUnknownHost = true;
    });
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState !== 'complete') return;
      heard.isComplete = true;
      end();
    });
  });
}
