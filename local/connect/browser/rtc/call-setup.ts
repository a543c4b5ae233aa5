import type { Customer } from './customer.ts';
import { RTC_ERRORS, SessionFailure } from './errors.ts';
import { collectsCandidate } from './ice-collection.ts';
import { pathCandidate } from './sdp.ts';
import type { SessionReport } from './session-report.ts';
import { type AskedFault, CallRefused, type PathEnds, type Signalling } from './signalling.ts';

/** The steps from the microphone to the conversation; each notes its time and its failure in the report. */
export interface CallSetup {
  readonly report: SessionReport;
  readonly fault: AskedFault | undefined;
}

/** Throws a SessionFailure if the browser gives no microphone. */
export async function openMicrophone(
  { report, fault }: CallSetup,
  audio: MediaTrackConstraints,
): Promise<MediaStream> {
  const start = Date.now();
  report.gumTimeoutFailure = false;
  try {
    // A device that cannot exist: the browser then refuses as it does for one that was unplugged.
    const device = fault === 'microphone' ? { deviceId: { exact: 'unplugged' } } : {};
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { ...audio, ...device } });
    report.gumOtherFailure = false;
    return stream;
  } catch (error) {
    report.gumOtherFailure = true;
    throw new SessionFailure(RTC_ERRORS.GUM_OTHER_FAILURE, error);
  } finally {
    report.gumTimeMillis = Date.now() - start;
  }
}

/** For the fault `ice` only relayed addresses are allowed, and no TURN server answers: a firewall that blocks UDP. */
export function makeConnection({ fault }: CallSetup, iceServers: RTCIceServer[]): RTCPeerConnection {
  return fault === 'ice'
    ? new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' })
    : new RTCPeerConnection();
}

/** Makes the offer and sets it; throws a SessionFailure if the browser cannot. */
export async function makeOffer({ report }: CallSetup, connection: RTCPeerConnection): Promise<string> {
  const start = Date.now();
  try {
    const offer = await connection.createOffer();
    report.createOfferFailure = false;
    await connection.setLocalDescription(offer);
    report.setLocalDescriptionFailure = false;
    return offer.sdp ?? '';
  } catch (error) {
    report.setLocalDescriptionFailure = true;
    throw new SessionFailure(RTC_ERRORS.SET_LOCAL_DESCRIPTION_FAILURE, error);
  } finally {
    report.initializationTimeMillis = Date.now() - start;
  }
}

/** Throws a SessionFailure if the connection finds no address of its own within 8 s. */
export async function collectIce({ report }: CallSetup, connection: RTCPeerConnection): Promise<void> {
  const start = Date.now();
  const isCollected = await collectsCandidate(connection);
  report.iceCollectionTimeMillis = Date.now() - start;
  report.iceCollectionFailure = !isCollected;
  if (!isCollected) throw new SessionFailure(RTC_ERRORS.ICE_COLLECTION_TIMEOUT, 'No address was found');
}

/** Opens the call at the simulator; throws a SessionFailure if that refuses or does not answer. */
export async function openCall({ report }: CallSetup, signalling: Signalling): Promise<PathEnds> {
  const start = Date.now();
  try {
    const ends = await signalling.open();
    report.signallingConnectionFailure = false;
    report.userBusyFailure = false;
    report.handshakingFailure = false;
    return ends;
  } catch (error) {
    const isRefused = error instanceof CallRefused;
    report.signallingConnectionFailure = !isRefused;
    if (isRefused) report.handshakingFailure = true;
    const { SIGNALLING_HANDSHAKE_FAILURE, SIGNALLING_CONNECTION_FAILURE } = RTC_ERRORS;
    throw new SessionFailure(isRefused ? SIGNALLING_HANDSHAKE_FAILURE : SIGNALLING_CONNECTION_FAILURE, error);
  } finally {
    report.signallingConnectTimeMillis = Date.now() - start;
  }
}

/** Lets the customer answer and points the connection at its end of the path. */
export async function shakeHands(
  { report }: CallSetup,
  connection: RTCPeerConnection,
  customer: Customer,
  offer: string,
  ends: PathEnds,
): Promise<void> {
  const start = Date.now();
  const sdp = await customer.answer(offer, ends.customerSidePort);
  report.invalidRemoteSDPFailure = false;
  report.noRemoteIceCandidateFailure = false;
  try {
    await connection.setRemoteDescription({ type: 'answer', sdp });
    await connection.addIceCandidate(pathCandidate(ends.agentSidePort));
    report.setRemoteDescriptionFailure = false;
    report.handshakingTimeMillis = Date.now() - start;
  } catch (error) {
    report.setRemoteDescriptionFailure = true;
    throw new SessionFailure(RTC_ERRORS.SET_REMOTE_DESCRIPTION_FAILURE, error);
  }
}
