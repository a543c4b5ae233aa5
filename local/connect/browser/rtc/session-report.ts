/**
 * What a session knows of itself. Streams copies it into SOFTPHONE_REPORT; null means that the step was not reached
 * (connect-rtc-js 1.3.2, session_report.js).
 */
export class SessionReport {
  sessionStartTime: Date | null = null;
  sessionEndTime: Date | null = null;
  gumTimeMillis: number | null = null;
  initializationTimeMillis: number | null = null;
  iceCollectionTimeMillis: number | null = null;
  signallingConnectTimeMillis: number | null = null;
  handshakingTimeMillis: number | null = null;
  preTalkingTimeMillis: number | null = null;
  talkingTimeMillis: number | null = null;
  cleanupTimeMillis: number | null = null;
  firstRTPTimeMillis: number | null = null;
  iceCollectionFailure: boolean | null = null;
  signallingConnectionFailure: boolean | null = null;
  handshakingFailure: boolean | null = null;
  gumOtherFailure: boolean | null = null;
  gumTimeoutFailure: boolean | null = null;
  createOfferFailure: boolean | null = null;
  setLocalDescriptionFailure: boolean | null = null;
  userBusyFailure: boolean | null = null;
  invalidRemoteSDPFailure: boolean | null = null;
  noRemoteIceCandidateFailure: boolean | null = null;
  setRemoteDescriptionFailure: boolean | null = null;
  iceConnectionsLost = 0;
  iceConnectionsFailed: boolean | null = null;
  peerConnectionFailed: boolean | null = null;
  isPersistentPeerConnection = false;
  isExistingPersistentPeerConnection: boolean | null = null;
  isMediaClusterPath = true;
  readonly rtcJsVersion: string;
  userAgentData: string | null = null;
  /** Streams writes the last cumulative statistics here. */
  streamStats: unknown[] = [];

  constructor(rtcJsVersion: string) {
    this.rtcJsVersion = rtcJsVersion;
  }
}
